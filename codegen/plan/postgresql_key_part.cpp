// Keys of partitions that are parts of indexes of their parents'. The server drops neither while
// the other is there, and makes another part for a key that comes later.
#include "codegen/plan/constraint_facts.hpp"
#include "codegen/plan/index_parts.hpp"
#include "codegen/plan/postgresql.hpp"

#include <algorithm>

namespace strata::codegen {
namespace {

vertex drop_of(const whole_index& whole) {
  return {object_class::index, vertex_name(whole.table, whole.index->name), stage::remove};
}

} // namespace

std::optional<whole_index> index_parts::whole_of_key(const model::qualified_name& partition,
                                                     const constraint& key,
                                                     bool is_old) const {
  const auto table = [&](const model::qualified_name& name) {
    return is_old ? names_.before(name) : names_.after(name);
  };
  const auto parent = [&](const model::qualified_name& name) {
    return is_old ? parent_before(name) : parent_after(name);
  };
  const model::table* const of = table(partition);
  if (of == nullptr || !index_of(key)) {
    return std::nullopt;
  }
  model::qualified_name above = parent(partition);
  for (const model::table* each = table(above); each != nullptr; each = table(above)) {
    for (const model::index& index : each->indexes) {
      const std::optional<constraint> found = key_like(*of, index);
      if (found && name_of(*found) == name_of(key)) {
        return whole_index{above, &index};
      }
    }
    above = parent(above);
  }
  return std::nullopt;
}

/// The same where the index stays as it is, so that partitions have their parts of it.
std::optional<whole_index> index_parts::kept_whole_of_key(const model::qualified_name& partition,
                                                          const constraint& key) const {
  const std::optional<whole_index> whole = whole_of_key(partition, key, false);
  if (!whole || names_.is_new(whole->table) || making(whole->table, whole->index->name)) {
    return std::nullopt;
  }
  const model::index* const before = index_before(whole->table, whole->index->name);
  return before == nullptr || before->only_parent ? std::nullopt : whole;
}

/// The key that is the partition's part of that index of its parent's, before or after the change.
std::optional<constraint> index_parts::key_as_part(const model::qualified_name& partition,
                                                   const std::string& whole,
                                                   bool is_old) const {
  if (is_old && names_.is_new(partition)) {
    return std::nullopt;
  }
  const model::table* const of = is_old ? names_.before(partition) : names_.after(partition);
  const model::qualified_name above = is_old ? parent_before(partition) : parent_after(partition);
  const model::table* const parent = is_old ? names_.before(above) : names_.after(above);
  const std::string name = is_old ? old_name(above, whole) : whole;
  if (of == nullptr || parent == nullptr) {
    return std::nullopt;
  }
  for (const model::index& each : parent->indexes) {
    if (each.name == name) {
      return key_like(*of, each);
    }
  }
  return std::nullopt;
}

/// The part that is there becomes the key's index.
bool postgresql_lowering::add_key_to_part(const add_constraint& added) {
  const model::table* const partition = names_.after(added.table);
  const auto whole = parts_.kept_whole_of_key(added.table, added.constraint);
  if (!whole || names_.is_new(added.table) || parts_.moves(added.table)) {
    return false;
  }
  const model::index* const own = parts_.part_before(*partition, whole->index->name);
  const std::string& name = name_of(added.constraint);
  action& made = make(object_class::table_constraint, added.table, name, stage::add);
  made.where = place_of(added.constraint);
  made.columns = columns_of(added.constraint);
  made.takes = {"constraint" + vertex_name(added.table, name)};
  made.run(
      sql::add_constraint{added.table,
                          added.constraint,
                          false,
                          own == nullptr ? servers_name(*partition, *whole->index) : own->name});
  return true;
}

/// Of a new partition: those that are made of the parts which come with it.
void postgresql_lowering::take_keys_of_parts(model::table& created,
                                             std::vector<sql::add_constraint>& later) const {
  const auto take = [&](const auto& key) {
    const auto whole = parts_.kept_whole_of_key(created.name, key);
    if (whole) {
      later.push_back({created.name, key, false, servers_name(created, *whole->index)});
    }
    return whole.has_value();
  };
  const auto waits = [&](const auto& key) {
    return whole_of_likeness(created.name, key).has_value();
  };
  if (created.primary_key && (take(*created.primary_key) || waits(*created.primary_key))) {
    created.primary_key.reset();
  }
  std::erase_if(created.uniques, [&](const auto& each) { return take(each) || waits(each); });
}

/// Those that wait for the indexes that they are not parts of.
void postgresql_lowering::add_keys_beside_parts(const model::table& created) {
  const auto add = [&](const auto& key) {
    if (whole_of_likeness(created.name, key)) {
      (*this)(add_constraint{created.name, key});
    }
  };
  if (created.primary_key) {
    add(*created.primary_key);
  }
  std::for_each(created.uniques.begin(), created.uniques.end(), add);
}

/// A key beside a part that is like it comes when that is one.
std::optional<vertex> postgresql_lowering::whole_of_likeness(const model::qualified_name& partition,
                                                             const constraint& key) const {
  const model::table* const of = names_.after(partition);
  const std::optional<model::index> own = index_of(key);
  if (of == nullptr || !own) {
    return std::nullopt;
  }
  for (const model::index& each : of->indexes) {
    if (!each.part_of.empty() && is_same_index(each, *own)) {
      return parts_.making(parts_.parent_after(partition), each.part_of);
    }
  }
  return std::nullopt;
}

void postgresql_lowering::after_likeness(const model::qualified_name& partition,
                                         const constraint& key) {
  if (const auto whole = whole_of_likeness(partition, key)) {
    last().after.push_back(*whole);
  }
}

/// Around what drops the key or the index: both are free while the partition is none.
void postgresql_lowering::detach_around(const model::qualified_name& partition,
                                        action& dropping) const {
  model::table before = *names_.before(partition);
  before.name = partition;
  before.descent.partition_of = parts_.parent_before(partition);
  const model::table* const after = names_.after(partition);
  if (after != nullptr && after->descent.bounds != before.descent.bounds) {
    dropping.after.push_back({object_class::partition, vertex_name(partition), stage::remove});
    dropping.before.push_back({object_class::table, vertex_name(partition), stage::tighten});
    return;
  }
  model::table alone = before;
  alone.descent.partition_of = {};
  dropping.after.push_back({object_class::table, vertex_name(partition), stage::rename});
  dropping.statements.insert(
      dropping.statements.begin(),
      {sql::alter_table{before, alone}, "its key is a part of an index of its parent's"});
  dropping.run(sql::alter_table{alone, before});
}

/// The last action drops it.
void postgresql_lowering::free_key_of_part(const drop_constraint& gone) {
  const auto whole = parts_.whole_of_key(gone.table, gone.constraint, true);
  if (!whole || parts_.moves(gone.table)) {
    return;
  }
  if (parts_.is_lost(whole->table, whole->index->name) || goes(whole->table)) {
    last().after.push_back(drop_of(*whole));
  } else {
    detach_around(gone.table, last());
  }
}

/// The last action drops it.
void postgresql_lowering::free_whole_of_keys(const model::qualified_name& table,
                                             const model::index& whole) {
  for (const model::table& each : of_.from.tables) {
    const model::qualified_name name = names_.new_name(each.name);
    const std::optional<constraint> key = key_like(each, whole);
    if (!key) {
      continue;
    }
    const auto of = parts_.whole_of_key(name, *key, true);
    if (!of || of->table != table || of->index->name != whole.name) {
      continue;
    }
    if (parts_.moves(name) && !goes(name)) {
      while_detached(name);
    } else {
      detach_around(name, last());
    }
  }
}

/// The part takes the place of a key that goes, or gives its place to one that comes; otherwise no
/// ALTER puts another index in a key's place.
bool postgresql_lowering::replaces_key(const model::qualified_name& partition,
                                       const model::index& part,
                                       bool is_old) {
  const std::optional<constraint> key = parts_.key_as_part(partition, part.part_of, !is_old);
  if (!key) {
    return false;
  }
  const object_class of = object_class::table_constraint;
  const std::string name = vertex_name(partition, name_of(*key));
  const bool changes = names_.is_touched(partition, [&](const operation& one) {
    const auto* gone = std::get_if<drop_constraint>(&one);
    const auto* comes = std::get_if<add_constraint>(&one);
    return is_old ? comes != nullptr && name_of(comes->constraint) == name_of(*key)
                  : gone != nullptr && name_of(gone->constraint) == name_of(*key);
  });
  if (!changes) {
    refuse_part(partition, part);
  } else if (!is_old) {
    rename_part(partition, parts_.servers_name(partition, part), part.name);
    last().after.push_back({of, name, stage::remove});
  }
  return true;
}

} // namespace strata::codegen
