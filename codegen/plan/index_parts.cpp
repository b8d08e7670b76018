// Lookups; a part of a part is known by the name that the server gives it.
#include "codegen/plan/index_parts.hpp"

#include "codegen/compose/default_names.hpp"

#include <algorithm>
#include <utility>

namespace strata::codegen {
namespace {

const model::index* find_index(const model::table* table, const std::string& name) {
  if (table == nullptr) {
    return nullptr;
  }
  const auto found = std::find_if(table->indexes.begin(),
                                  table->indexes.end(),
                                  [&](const model::index& each) { return each.name == name; });
  return found == table->indexes.end() ? nullptr : &*found;
}

const model::index* find_part(const model::table& partition, const std::string& whole) {
  const auto found = std::find_if(partition.indexes.begin(),
                                  partition.indexes.end(),
                                  [&](const auto& each) { return each.part_of == whole; });
  return found == partition.indexes.end() ? nullptr : &*found;
}

bool has_key(const model::table* table, const std::string& name) {
  return table != nullptr &&
         ((table->primary_key && table->primary_key->name == name) ||
          std::any_of(table->uniques.begin(), table->uniques.end(), [&](const auto& each) {
            return each.name == name;
          }));
}

} // namespace

bool is_completed(const replace_index& replaced) {
  return replaced.before.only_parent && !replaced.after.only_parent &&
         is_same_index(replaced.before, replaced.after);
}

bool is_moved_part(const replace_index& replaced) {
  return replaced.before.part_of != replaced.after.part_of &&
         replaced.before.only_parent == replaced.after.only_parent &&
         is_same_index(replaced.before, replaced.after);
}

index_parts::index_parts(const change& of) : names_(of) {
  for (const model::table& each : of.to.tables) {
    if (!each.descent.partition_of.name.empty()) {
      partitions_[each.descent.partition_of].push_back(&each);
    }
  }
}

model::qualified_name index_parts::parent_after(const model::qualified_name& partition) const {
  const model::table* const after = names_.after(partition);
  return after == nullptr ? model::qualified_name{} : after->descent.partition_of;
}

model::qualified_name index_parts::parent_before(const model::qualified_name& partition) const {
  const model::table* const before = names_.is_new(partition) ? nullptr : names_.before(partition);
  return before == nullptr ? model::qualified_name{}
                           : names_.new_name(before->descent.partition_of);
}

bool index_parts::moves(const model::qualified_name& partition) const {
  return parent_before(partition) != parent_after(partition);
}

std::optional<vertex> index_parts::making(const model::qualified_name& parent,
                                          const std::string& index) const {
  const bool is_made = names_.is_touched(parent, [&](const operation& one) {
    if (const auto* made = std::get_if<create_index>(&one)) {
      return made->index.name == index && is_built(parent, made->index);
    }
    const auto* replaced = std::get_if<replace_index>(&one);
    return replaced != nullptr && replaced->after.name == index && !is_completed(*replaced) &&
           !is_moved_part(*replaced) && is_built(parent, replaced->after);
  });
  if (has_key(names_.after(parent), index)) {
    return std::nullopt; // What makes a key is waited for anyway.
  }
  if (is_made) {
    return vertex{object_class::index, vertex_name(parent, index), stage::add};
  }
  const model::table* const table = names_.after(parent);
  if (table == nullptr || find_index(table, index) != nullptr) {
    return std::nullopt;
  }
  const model::qualified_name above = table->descent.partition_of;
  if (const model::table* const whole = names_.after(above)) {
    for (const model::index& each : whole->indexes) {
      if (codegen::servers_name(*table, each) == index) {
        return making(above, each.name);
      }
    }
  }
  return std::nullopt;
}

bool index_parts::is_built(const model::qualified_name& table, const model::index& index) const {
  if (index.part_of.empty()) {
    return true;
  }
  const model::qualified_name above = parent_after(table);
  return making(above, index.part_of) || (moves(table) && !names_.is_new(table)) ||
         was_only_parents(above, index.part_of);
}

bool index_parts::is_lost(const model::qualified_name& parent, const std::string& index) const {
  const auto goes = [&](const model::index& gone) { // A part goes with its whole, or is detached.
    return gone.name == index &&
           (gone.part_of.empty() || moves(parent) || is_lost(parent_before(parent), gone.part_of));
  };
  const bool is_gone = names_.is_touched(parent, [&](const operation& one) {
    if (const auto* gone = std::get_if<drop_index>(&one)) {
      return goes(gone->index);
    }
    if (const auto* key = std::get_if<drop_constraint>(&one)) {
      return std::visit([&](const auto& of) { return of.name == index; }, key->constraint);
    }
    const auto* replaced = std::get_if<replace_index>(&one);
    return replaced != nullptr && goes(replaced->before) && !is_completed(*replaced) &&
           !is_moved_part(*replaced);
  });
  return is_gone || is_lost_above(parent, index);
}

/// A part that nobody speaks of goes with its whole.
bool index_parts::is_lost_above(const model::qualified_name& partition,
                                const std::string& part) const {
  const model::table* const before = names_.is_new(partition) ? nullptr : names_.before(partition);
  const model::qualified_name above = parent_before(partition);
  const model::table* const parent = names_.before(above);
  if (before == nullptr || parent == nullptr) {
    return false;
  }
  if (const model::index* const declared = find_index(before, part)) {
    return !declared->part_of.empty() && is_lost(above, declared->part_of);
  }
  return std::any_of(parent->indexes.begin(), parent->indexes.end(), [&](const auto& each) {
    return codegen::servers_name(*before, each) == part && is_lost(above, each.name);
  });
}

bool index_parts::is_only_parents(const model::qualified_name& parent,
                                  const std::string& index) const {
  const model::index* const found = find_index(names_.after(parent), index);
  return found != nullptr && found->only_parent;
}

bool index_parts::was_only_parents(const model::qualified_name& parent,
                                   const std::string& index) const {
  const model::index* const found = index_before(parent, index);
  return found != nullptr && found->only_parent;
}

std::string servers_name(const model::table& partition, model::primary_key key) {
  key.name.clear();
  return base_name(partition, key);
}

std::string servers_name(const model::table& partition, model::unique_constraint key) {
  key.name.clear();
  return base_name(partition, key);
}

std::string servers_name(const model::table& partition, model::index part) {
  part.name.clear();
  return base_name(partition, part);
}

bool index_parts::is_key(const model::qualified_name& parent, const std::string& name) const {
  const auto has = [&](bool is_old) {
    const std::vector<whole> all = wholes_of(parent, is_old);
    return std::any_of(all.begin(), all.end(), [&](const whole& each) {
      return each.name == name && !std::holds_alternative<model::index>(each.of);
    });
  };
  return has(false) || has(true);
}

std::string index_parts::servers_name(const model::qualified_name& partition,
                                      const model::index& part) const {
  model::table named;
  named.name = partition;
  const std::optional<whole> of = whole_of(partition, part.part_of);
  return of ? codegen::servers_name(named, *of) : codegen::servers_name(named, part);
}

std::string index_parts::servers_name_before(const model::qualified_name& partition,
                                             const model::index& part) const {
  const model::table* const before = names_.before(partition);
  const std::optional<whole> is = whole_of(partition, part.part_of);
  if (before != nullptr && is) {
    for (const whole& was : wholes_of(parent_before(partition), true)) {
      if (was.table == is->table && was.declared == old_name(is->table, is->declared)) {
        return codegen::servers_name(*before, was);
      }
    }
  }
  return servers_name(partition, part);
}

bool index_parts::has_operation(const model::qualified_name& table,
                                const std::string& index) const {
  return names_.is_touched(table, [&](const operation& one) {
    if (const auto* made = std::get_if<create_index>(&one)) {
      return made->index.name == index;
    }
    if (const auto* renamed = std::get_if<rename_index>(&one)) {
      return renamed->to == index;
    }
    const auto* replaced = std::get_if<replace_index>(&one);
    return replaced != nullptr && replaced->after.name == index;
  });
}

std::vector<const model::table*>
index_parts::partitions_of(const model::qualified_name& parent) const {
  const auto found = partitions_.find(parent);
  return found == partitions_.end() ? std::vector<const model::table*>() : found->second;
}

const model::index* index_parts::part_after(const model::table& partition,
                                            const std::string& index) const {
  return find_part(partition, index);
}

const model::index* index_parts::part_before(const model::table& partition,
                                             const std::string& index) const {
  const model::table* const before =
      names_.is_new(partition.name) ? nullptr : names_.before(partition.name);
  return before == nullptr ? nullptr
                           : find_part(*before, old_name(partition.descent.partition_of, index));
}

const model::index* index_parts::index_before(const model::qualified_name& parent,
                                              const std::string& index) const {
  return find_index(names_.before(parent), old_name(parent, index));
}

std::string index_parts::old_name(const model::qualified_name& table,
                                  const std::string& name) const {
  for (const operation* one : names_.operations_on(table)) {
    const auto* index = std::get_if<rename_index>(one);
    if (index != nullptr && index->to == name) {
      return index->from;
    }
    const auto* key = std::get_if<rename_constraint>(one);
    if (key != nullptr && key->to == name) {
      return key->from;
    }
  }
  return name;
}

} // namespace strata::codegen
