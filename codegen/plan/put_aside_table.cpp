// Pairs of a table's own objects: generated columns, constraints and indexes.
#include "codegen/plan/action.hpp"
#include "codegen/plan/constraint_facts.hpp"
#include "codegen/plan/setting_aside.hpp"

#include <algorithm>

namespace strata::codegen {
namespace {

bool names_any(const std::vector<std::string>& named, const std::set<std::string>& names) {
  return std::any_of(
      named.begin(), named.end(), [&](const std::string& name) { return names.contains(name); });
}

std::vector<std::string> columns_of(const model::index& index) {
  std::vector<std::string> named = index.include;
  for (const model::index_key& key : index.keys) {
    named.push_back(key.column);
  }
  return named;
}

std::vector<std::string> texts_of(const model::index& index) {
  std::vector<std::string> texts = {index.predicate.postgresql};
  for (const model::index_key& key : index.keys) {
    texts.push_back(key.expression.postgresql);
  }
  return texts;
}

} // namespace

/// A generated column goes and comes again, with the indexes and constraints on it.
void setting_aside::generated_columns(const model::table& before, const model::table& after) {
  columns again;
  for (const model::column& column : after.columns) {
    if (const alter_column* anew = made_anew(after.name, column.name)) {
      again.insert(column.name);
      if (anew->before.generated &&
          speaks_of({anew->before.generated->expression.postgresql}, changed(after.name))) {
        // The column that it is generated from cannot change before it is gone.
        by_pair_[after.name].insert(column.name);
        made_.emplace_back(drop_column{after.name, anew->before});
        made_.emplace_back(add_column{after.name, column, std::nullopt});
      }
    }
    if (!column.generated || touched_.contains("column" + vertex_name(after.name, column.name)) ||
        !speaks_of({column.generated->expression.postgresql}, changed(after.name))) {
      continue;
    }
    made_.emplace_back(drop_column{after.name, column});
    made_.emplace_back(add_column{after.name, column, std::nullopt});
    again.insert(column.name);
  }
  if (!again.empty()) {
    keys_over(before, after, again);
    changed_[after.name].insert(again.begin(), again.end());
    anew_[after.name] = again;
  }
}

/// Their own indexes and constraints go with it.
void setting_aside::generated_columns_of_heirs(const model::table& before,
                                               const model::table& after) {
  const auto take = [&](const model::qualified_name& parent) {
    for (const model::table* at = names_.after(parent); at != nullptr;) {
      if (const auto found = anew_.find(at->name); found != anew_.end()) {
        const columns again = found->second;
        keys_over(before, after, again);
        anew_[after.name].insert(again.begin(), again.end());
      }
      at = names_.after(at->descent.partition_of);
    }
  };
  take(after.descent.partition_of);
  std::for_each(after.descent.inherits.begin(), after.descent.inherits.end(), take);
}

/// By which the column is dropped and added because its generation changes; null: by none.
const alter_column* setting_aside::made_anew(const model::qualified_name& table,
                                             const std::string& column) const {
  for (const operation* one : names_.operations_on(table)) {
    const auto* altered = std::get_if<alter_column>(one);
    if (altered == nullptr || altered->after.name != column || !altered->after.generated) {
      continue;
    }
    // What it is generated from cannot change its type under it either.
    const bool is_in_the_way =
        altered->before.generated && altered->before.type != altered->after.type &&
        speaks_of({altered->before.generated->expression.postgresql}, changed(table));
    if (altered->before.generated != altered->after.generated || is_in_the_way) {
      return altered;
    }
  }
  return nullptr;
}

bool setting_aside::has_pair(const alter_column& altered) const {
  const auto found = by_pair_.find(altered.table);
  return found != by_pair_.end() && found->second.contains(altered.after.name);
}

/// The old index goes with a generated column.
bool setting_aside::goes_with_column(const replace_index& replaced) const {
  const auto found = anew_.find(replaced.table);
  return found != anew_.end() && names_any(columns_of(replaced.before), found->second);
}

/// They would go with the column.
void setting_aside::keys_over(const model::table& before,
                              const model::table& after,
                              const columns& again) {
  if (after.primary_key && before.primary_key && names_any(after.primary_key->columns, again)) {
    around(after.name, constraint(*after.primary_key));
  }
  for (const model::unique_constraint& unique : after.uniques) {
    if (names_any(unique.columns, again)) {
      around(before.uniques, after.name, unique);
    }
  }
  for (const model::exclusion_constraint& exclusion : after.exclusions) {
    if (names_any(columns_of(exclusion), again)) {
      around(before.exclusions, after.name, exclusion);
    }
  }
  for (const model::index& index : after.indexes) {
    if (names_any(columns_of(index), again)) {
      around(before.indexes, after.name, index);
    }
  }
}

void setting_aside::within(const model::table& before, const model::table& after) {
  const columns& own = changed(after.name);
  for (const model::check_constraint& check : after.checks) {
    if (speaks_of({check.expression.postgresql}, own)) {
      around(before.checks, after.name, check);
    }
  }
  for (const model::exclusion_constraint& exclusion : after.exclusions) {
    if (speaks_of(texts_of(exclusion, model::dialect::postgresql), own)) {
      around(before.exclusions, after.name, exclusion);
    }
  }
  for (const model::foreign_key& key : after.foreign_keys) {
    if (names_any(key.columns, own) || names_any(key.target_columns, changed(key.target)) ||
        carries_changed(key) || loses_its_key(key)) {
      around(before.foreign_keys, after.name, key);
    }
  }
  for (const model::index& index : after.indexes) {
    if (speaks_of(texts_of(index), own)) {
      around(before.indexes, after.name, index);
    }
  }
}

/// Whether the key that the foreign key rests on carries a column that changes: its index is built
/// anew.
bool setting_aside::carries_changed(const model::foreign_key& key) const {
  const model::table* const target = names_.after(key.target);
  const columns& changing = changed(key.target);
  if (target == nullptr || changing.empty()) {
    return false;
  }
  const columns wanted(key.target_columns.begin(), key.target_columns.end());
  const auto is_carrier = [&](const std::vector<std::string>& named,
                              const std::vector<std::string>& carried) {
    return columns(named.begin(), named.end()) == wanted && names_any(carried, changing);
  };
  const auto is_unique_carrier = [&](const auto& each) {
    return is_carrier(each.columns, each.include);
  };
  return (target->primary_key && is_unique_carrier(*target->primary_key)) ||
         std::any_of(target->uniques.begin(), target->uniques.end(), is_unique_carrier) ||
         std::any_of(target->indexes.begin(), target->indexes.end(), [&](const auto& each) {
           std::vector<std::string> named;
           for (const model::index_key& one : each.keys) {
             named.push_back(one.column);
           }
           return each.unique && is_carrier(named, each.include);
         });
}

/// Whether the unique or primary key that the foreign key rests on is dropped for a moment.
bool setting_aside::loses_its_key(const model::foreign_key& key) const {
  return names_.is_touched(key.target, [&](const operation& one) {
    if (const auto* replaced = std::get_if<replace_index>(&one)) {
      return is_carried_by(key, *replaced);
    }
    const auto* gone = std::get_if<drop_constraint>(&one);
    if (gone == nullptr || (!std::holds_alternative<model::primary_key>(gone->constraint) &&
                            !std::holds_alternative<model::unique_constraint>(gone->constraint))) {
      return false;
    }
    const std::vector<std::string> named = columns_of(gone->constraint);
    return columns(named.begin(), named.end()) ==
           columns(key.target_columns.begin(), key.target_columns.end());
  });
}

void setting_aside::around(const model::qualified_name& table, const constraint& object) {
  const std::string& name = name_of(object);
  if (!touched_.insert("constraint" + vertex_name(table, name)).second) {
    return;
  }
  keys_.insert(vertex_name(table, name));
  made_.emplace_back(drop_constraint{table, object});
  made_.emplace_back(add_constraint{table, object});
  comment(model::object_kind::constraint, table, name, comment_of(object));
}

void setting_aside::around(const std::vector<model::index>& before,
                           const model::qualified_name& table,
                           const model::index& index) {
  if (!existed(before, index.name) ||
      !touched_.insert("index" + vertex_name(table, index.name)).second) {
    return;
  }
  made_.emplace_back(drop_index{table, index});
  bring_back(table, index);
}

void setting_aside::bring_back(const model::qualified_name& owner, const model::index& index) {
  made_.emplace_back(create_index{owner, index});
  for (std::size_t i = 0; i < index.keys.size(); ++i) {
    if (index.keys[i].statistics) {
      made_.emplace_back(set_index_statistics{owner, index.name, i, {}, index.keys[i].statistics});
    }
  }
  comment(model::object_kind::index, owner, index.name, index.comment);
}

void setting_aside::comment(model::object_kind kind,
                            const model::qualified_name& table,
                            const std::string& name,
                            const std::string& text) {
  if (!text.empty()) {
    set_comment again;
    again.kind = kind;
    again.owner = table;
    again.name = {kind == model::object_kind::index ? table.schema : "", name};
    again.after = text;
    made_.emplace_back(std::move(again));
  }
}

bool setting_aside::is_carried_by(const model::foreign_key& key, const replace_index& replaced) {
  columns named;
  for (const model::index_key& each : replaced.before.keys) {
    named.insert(each.column);
  }
  return replaced.before.unique && replaced.table == key.target &&
         named == columns(key.target_columns.begin(), key.target_columns.end());
}

/// Beside the new index a foreign key would rest on the old one again.
bool setting_aside::carries_key(const replace_index& replaced) const {
  const auto keys = keys_to_.find(replaced.table);
  return replaced.before.unique && keys != keys_to_.end() &&
         std::any_of(keys->second.begin(), keys->second.end(), [&](const auto* key) {
           return is_carried_by(*key, replaced);
         });
}

/// The old index would be in the way under its passing name.
void setting_aside::replaced_indexes() {
  for (const operation& one : of_.operations) {
    const auto* replaced = std::get_if<replace_index>(&one);
    if (replaced != nullptr && (carries_key(*replaced) || goes_with_column(*replaced) ||
                                speaks_of(texts_of(replaced->before), changed(replaced->table)))) {
      pairs_.insert(vertex_name(replaced->table, replaced->after.name));
      made_.emplace_back(drop_index{replaced->table, replaced->before});
      made_.emplace_back(create_index{replaced->table, replaced->after});
    }
  }
}

} // namespace strata::codegen
