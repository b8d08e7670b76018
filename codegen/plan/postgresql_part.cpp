// Partitions' parts of their parents' indexes. The server makes those that are missing where an
// index or a partition is made, or takes an index of the partition that fits.
#include "codegen/plan/constraint_facts.hpp"
#include "codegen/plan/index_parts.hpp"
#include "codegen/plan/postgresql.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace strata::codegen {
namespace {

vertex attachment_of(const model::qualified_name& partition) {
  return {object_class::table, vertex_name(partition), stage::tighten};
}

vertex of_index(const model::qualified_name& table, const std::string& name, stage at) {
  return {object_class::index, vertex_name(table, name), at};
}

} // namespace

void postgresql_lowering::before_attachment(const model::qualified_name& table) {
  if (!names_.is_new(table) && parts_.moves(table) && !parts_.parent_after(table).name.empty()) {
    last().before.push_back(attachment_of(table));
  }
}

/// A key of the partition goes before an index or key that would take it for its part is made.
void postgresql_lowering::before_wholes(const model::qualified_name& partition) {
  const model::qualified_name parent = parts_.parent_after(partition);
  const model::table* const after = names_.after(parent);
  if (after == nullptr) {
    return;
  }
  const auto key = [&](const std::string& name) {
    last().before.push_back(
        {object_class::table_constraint, vertex_name(parent, name), stage::add});
  };
  if (after->primary_key) {
    key(after->primary_key->name);
  }
  for (const model::unique_constraint& each : after->uniques) {
    key(each.name);
  }
  for (const model::index& each : after->indexes) {
    last().before.push_back(of_index(parent, each.name, stage::add));
  }
}

/// Whether it goes from one parent to another, and so is nobody's within a step.
bool postgresql_lowering::is_detached(const model::qualified_name& table) const {
  return parts_.moves(table) && !parts_.parent_before(table).name.empty() &&
         !parts_.parent_after(table).name.empty();
}

/// What a parent has cannot be dropped of its partition, nor what has become a part of its.
void postgresql_lowering::while_detached(const model::qualified_name& table) {
  if (names_.is_new(table) || goes(table) || !parts_.moves(table)) {
    return;
  }
  if (parts_.parent_after(table).name.empty()) {
    last().after.push_back(attachment_of(table));
    return;
  }
  last().after.push_back({object_class::partition, vertex_name(table), stage::remove});
  last().before.push_back(attachment_of(table));
}

void postgresql_lowering::attach_part(const model::qualified_name& partition,
                                      const std::string& part,
                                      const std::string& whole) {
  const model::qualified_name parent = parts_.parent_after(partition);
  action& made = make(object_class::index, partition, part, stage::tighten);
  made.after = {of_index(partition, part, stage::add), of_index(parent, whole, stage::add)};
  made.run(sql::attach_index{{parent.schema, whole}, {partition.schema, part}});
}

void postgresql_lowering::rename_part(const model::qualified_name& partition,
                                      const std::string& from,
                                      const std::string& to) {
  if (from == to) {
    return;
  }
  const model::qualified_name old = {partition.schema, from};
  action& made = make(object_class::index, partition, to, stage::rename);
  made.after = {{object_class::table, vertex_name(partition), stage::add}};
  made.frees = {relation_resource(old)};
  made.takes = {relation_resource({partition.schema, to})};
  made.run(sql::rename_index{old, to});
}

/// The server makes it with the key, or takes it for that: either way it has the server's name.
void postgresql_lowering::name_key_part(const model::qualified_name& partition,
                                        const model::index& part) {
  const std::string made_as = parts_.servers_name(partition, part);
  if (made_as == part.name) {
    return;
  }
  rename_part(partition, made_as, part.name);
  const model::qualified_name parent = parts_.parent_after(partition);
  last().after.push_back(
      {object_class::table_constraint, vertex_name(parent, part.part_of), stage::add});
  if (const auto whole = parts_.whole_of(partition, part.part_of)) {
    last().after.push_back(
        {object_class::table_constraint, vertex_name(whole->table, whole->declared), stage::add});
  }
  last().after.push_back(attachment_of(partition));
}

void postgresql_lowering::create_part(const model::qualified_name& partition,
                                      const model::index& part) {
  const model::qualified_name parent = parts_.parent_after(partition);
  if (parts_.is_key(parent, part.part_of)) {
    name_key_part(partition, part);
    return;
  }
  const std::optional<vertex> whole = parts_.making(parent, part.part_of);
  const bool is_only_parents = parts_.is_only_parents(parent, part.part_of);
  const bool plainly = !stays_busy(partition);
  if (whole) {
    build_index(partition, part, plainly);
    last().after.push_back(of_index(parent, part.part_of, stage::remove));
    if (const auto above = parts_.whole_of(partition, part.part_of)) {
      last().after.push_back(of_index(above->table, above->declared, stage::remove));
    }
    if (is_only_parents) {
      attach_part(partition, part.name, part.part_of);
    } else {
      last().before.push_back(*whole); // Which takes it.
    }
  } else if (names_.is_new(partition)) {
    rename_part(partition, parts_.servers_name(partition, part), part.name);
  } else if (parts_.moves(partition)) {
    build_index(partition, part, plainly);
    last().before.push_back(attachment_of(partition));
  } else if (parts_.was_only_parents(parent, part.part_of)) {
    build_index(partition, part, plainly);
    attach_part(partition, part.name, part.part_of);
  } else if (!replaces_key(partition, part, false)) {
    rename_part(partition, parts_.servers_name_before(partition, part), part.name);
  }
}

void postgresql_lowering::drop_part(const drop_index& gone) {
  const model::qualified_name parent = parts_.parent_before(gone.table);
  const std::string& whole = gone.index.part_of;
  if (parts_.is_lost(parent, whole)) {
    return;
  }
  if (parts_.moves(gone.table)) {
    if (!parts_.is_key(parent, whole)) {
      drop_plain_index(gone);
    }
  } else if (parts_.is_only_parents(parent, whole)) {
    refuse_part(gone.table, gone.index);
  } else if (!replaces_key(gone.table, gone.index, true)) {
    const std::string name = parts_.servers_name(gone.table, gone.index);
    rename_part(gone.table, gone.index.name, name);
    for (std::size_t i = 0; i < gone.index.keys.size(); ++i) {
      if (gone.index.keys[i].statistics) {
        (*this)(set_index_statistics{gone.table, name, i, gone.index.keys[i].statistics, {}});
      }
    }
    if (!gone.index.comment.empty()) {
      set_comment none;
      none.kind = model::object_kind::index;
      none.owner = gone.table;
      none.name = {gone.table.schema, name};
      (*this)(none);
    }
  }
}

void postgresql_lowering::refuse_part(const model::qualified_name& partition,
                                      const model::index& part) {
  out_.add({"S333",
            fmt::format("index {} of {} stops being a part of {}, which no ALTER reaches",
                        part.name,
                        display(partition),
                        part.part_of),
            {"declare the index of the parent under another name, without that part"},
            part.where});
}

/// The same index, which was no part or another's.
void postgresql_lowering::move_part(const replace_index& replaced) {
  const model::qualified_name& table = replaced.table;
  const model::qualified_name parent = parts_.parent_after(table);
  const std::string& was = replaced.before.part_of;
  const std::string& is = replaced.after.part_of;
  if (!was.empty() && parts_.is_lost(parts_.parent_before(table), was) && !parts_.moves(table)) {
    (*this)(create_index{table, replaced.after});
    last().after.push_back(of_index(parts_.parent_before(table), was, stage::remove));
    return;
  }
  if (!was.empty() && !parts_.moves(table)) {
    refuse_part(table, replaced.before);
    return;
  }
  if (is.empty()) {
    return; // It stays with the partition that is detached.
  }
  const bool is_only_parents = parts_.is_only_parents(parent, is);
  if (parts_.making(parent, is) ? is_only_parents
                                : !parts_.moves(table) && parts_.was_only_parents(parent, is)) {
    attach_part(table, replaced.after.name, is);
  } else if (!parts_.making(parent, is) && !parts_.moves(table)) {
    model::index servers = replaced.after;
    servers.name = parts_.servers_name(table, servers);
    refuse_part(table, servers);
  }
}

/// An index that held for its parent alone gets the parts that are missing.
void postgresql_lowering::complete_index(const replace_index& replaced) {
  for (const model::table* each : parts_.partitions_of(replaced.table)) {
    if (names_.is_new(each->name) || parts_.moves(each->name) ||
        parts_.part_before(*each, replaced.after.name) != nullptr ||
        parts_.part_after(*each, replaced.after.name) != nullptr) {
      continue;
    }
    if (const auto key = parts_.key_as_part(each->name, replaced.after.name, false)) {
      const std::string& name = name_of(*key);
      attach_part(each->name, name, replaced.after.name);
      last().after.push_back(
          {object_class::table_constraint, vertex_name(each->name, name), stage::add});
      continue;
    }
    model::index part = replaced.after;
    part.name = servers_name(*each, part);
    part.part_of = replaced.after.name;
    build_index(each->name, part, !stays_busy(each->name));
    attach_part(each->name, part.name, part.part_of);
  }
}

/// What an index of a partitioned table brings with it: parts under names of their own and comments
/// that went with the index as it was, and what it takes for parts_.
void postgresql_lowering::bring_parts(const model::qualified_name& table,
                                      const model::index& whole) {
  bring_parts(table, whole, last().id);
}

void postgresql_lowering::bring_parts(const model::qualified_name& table,
                                      const model::index& whole,
                                      const vertex& made) {
  for (const model::table* each : parts_.partitions_of(table)) {
    const model::index* const part = parts_.part_after(*each, whole.name);
    if (part == nullptr) {
      if (whole.unique) {
        wait_for_keys(*each, made);
      }
    } else if (!parts_.has_operation(each->name, part->name)) {
      create_part(each->name, *part);
      comment_again(each->name, *part, made);
    }
    model::index below = whole;
    below.name = part == nullptr ? servers_name(*each, whole) : part->name;
    bring_parts(each->name, below, made);
  }
}

void postgresql_lowering::comment_again(const model::qualified_name& partition,
                                        const model::index& part,
                                        const vertex& whole) {
  if (part.comment.empty() || names_.is_new(partition)) {
    return;
  }
  set_comment again;
  again.kind = model::object_kind::index;
  again.owner = partition;
  again.name = {partition.schema, part.name};
  again.after = part.comment;
  (*this)(again);
  last().after.push_back(whole);
}

void postgresql_lowering::bring_key_parts(const model::qualified_name& table,
                                          const std::string& key) {
  for (const model::table* each : parts_.partitions_of(table)) {
    const model::index* const part = parts_.part_after(*each, key);
    if (part != nullptr && !parts_.has_operation(each->name, part->name)) {
      create_part(each->name, *part);
    }
    model::index below;
    below.part_of = key;
    bring_key_parts(each->name,
                    part == nullptr ? parts_.servers_name(each->name, below) : part->name);
  }
}

/// A key of the partition that fits is its part, if it is there first.
void postgresql_lowering::wait_for_keys(const model::table& partition, const vertex& whole) {
  std::vector<vertex> keys = {{object_class::table, vertex_name(partition.name), stage::add}};
  if (partition.primary_key) {
    keys.push_back({object_class::table_constraint,
                    vertex_name(partition.name, partition.primary_key->name),
                    stage::add});
  }
  for (const model::unique_constraint& each : partition.uniques) {
    keys.push_back(
        {object_class::table_constraint, vertex_name(partition.name, each.name), stage::add});
  }
  for (action& one : made()) {
    if (one.id == whole) {
      one.after.insert(one.after.end(), keys.begin(), keys.end());
    }
  }
}

/// A partition's own index like its parent's comes when that has its parts_.
void postgresql_lowering::wait_for_whole(const model::qualified_name& partition,
                                         const model::index& own) {
  const model::qualified_name parent = parts_.parent_after(partition);
  const model::table* const whole = names_.after(parent);
  if (whole == nullptr) {
    return;
  }
  for (const model::index& each : whole->indexes) {
    if (is_same_index(each, own)) {
      last().after.push_back(of_index(parent, each.name, stage::add));
      if (parts_.moves(partition) && !names_.is_new(partition)) {
        last().after.push_back(attachment_of(partition));
      }
    }
  }
}

/// The server takes an index like the parent's for the part: it becomes that, and its likeness is
/// built.
void postgresql_lowering::give_parts(const model::table& partition) {
  const model::table* const whole = names_.after(partition.descent.partition_of);
  if (whole == nullptr) {
    return;
  }
  for (const model::index& each : whole->indexes) {
    if (each.only_parent || parts_.part_after(partition, each.name) != nullptr) {
      continue;
    }
    const auto own = std::find_if(
        partition.indexes.begin(), partition.indexes.end(), [&](const model::index& index) {
          return index.part_of.empty() && is_same_index(index, each) &&
                 !parts_.has_operation(partition.name, index.name);
        });
    const std::string name = servers_name(partition, each);
    if (own == partition.indexes.end() || own->name == name) {
      continue;
    }
    rename_part(partition.name, own->name, name);
    last().before.push_back(attachment_of(partition.name));
    build_index(partition.name, *own, !stays_busy(partition.name));
    wait_for_whole(partition.name, *own);
  }
}

} // namespace strata::codegen
