// Comparing elements by what they do in the database.
#include "codegen/diff/definition.hpp"

#include "codegen/compose/sql_words.hpp"

#include <algorithm>
#include <tuple>

namespace strata::codegen {

bool difference::is_same_text(const model::qualified_name& table,
                              const model::sql_text& before,
                              const model::sql_text& after) const {
  if (before == after) {
    return true;
  }
  if (!by.has_elements(model::object_kind::column, table)) {
    return false;
  }
  const auto renamed = [&](const std::string& word) {
    return by.element(model::object_kind::column, table, word);
  };
  return replace_words(before.postgresql, renamed) == after.postgresql &&
         replace_words(before.sqlite, renamed) == after.sqlite;
}

namespace {

/// A name that is not said is the server's own, or a parent's.
bool changes_not_null(const model::column& before, const model::column& after) {
  const model::not_null& was = before.not_null;
  const model::not_null& is = after.not_null;
  return was.not_valid != is.not_valid || was.no_inherit != is.no_inherit ||
         (!was.name.empty() && !is.name.empty() && was.name != is.name);
}

} // namespace

bool definitions::are_same(const model::column& before, const model::column& after) const {
  const auto facts = [](const model::column& of) {
    return std::tie(of.type,
                    of.nullable,
                    of.on_null,
                    of.default_to,
                    of.collation,
                    of.storage,
                    of.compression,
                    of.statistics,
                    of.parameters);
  };
  // What an identity's sequence is called is a rename of its own.
  const auto unnamed = [](std::optional<model::identity> of) {
    if (of) {
      of->sequence.clear();
    }
    return of;
  };
  if (all_.moves_to_other_sequence(table_, before, after)) {
    return false;
  }
  if (changes_not_null(before, after)) {
    return false;
  }
  if (facts(before) != facts(after) || unnamed(before.identity) != unnamed(after.identity) ||
      before.generated.has_value() != after.generated.has_value()) {
    return false;
  }
  return !before.generated ||
         (before.generated->kept == after.generated->kept &&
          is_same_text(before.generated->expression, after.generated->expression));
}

bool definitions::are_same(const model::primary_key& before,
                           const model::primary_key& after) const {
  const auto facts = [](const model::primary_key& of) {
    return std::tie(
        of.columns, of.without_overlaps, of.include, of.deferrable, of.with, of.on_conflict);
  };
  return facts(before) == facts(after) && is_same_text(before.sqlite_keys, after.sqlite_keys);
}

bool definitions::are_same(const model::unique_constraint& before,
                           const model::unique_constraint& after) const {
  const auto facts = [](const model::unique_constraint& of) {
    return std::tie(of.columns,
                    of.without_overlaps,
                    of.include,
                    of.nulls_not_distinct,
                    of.deferrable,
                    of.with,
                    of.on_conflict);
  };
  return facts(before) == facts(after) && is_same_text(before.sqlite_keys, after.sqlite_keys);
}

bool definitions::are_same(const model::check_constraint& before,
                           const model::check_constraint& after) const {
  return before.no_inherit == after.no_inherit && before.not_valid == after.not_valid &&
         before.not_enforced == after.not_enforced &&
         is_same_text(before.expression, after.expression);
}

bool definitions::are_same(const model::foreign_key& before,
                           const model::foreign_key& after) const {
  const auto facts = [](const model::foreign_key& of) {
    return std::tie(of.columns,
                    of.period,
                    of.target,
                    of.target_columns,
                    of.on_delete,
                    of.set_columns,
                    of.on_update,
                    of.match,
                    of.deferrable,
                    of.not_valid,
                    of.not_enforced);
  };
  return facts(before) == facts(after);
}

bool definitions::are_same(const model::exclusion_constraint& before,
                           const model::exclusion_constraint& after) const {
  const auto is_same_element = [this](const auto& a, const auto& b) {
    return std::tie(a.column, a.operator_class, a.operator_) ==
               std::tie(b.column, b.operator_class, b.operator_) &&
           is_same_text(a.expression, b.expression);
  };
  return before.method == after.method && before.deferrable == after.deferrable &&
         before.include == after.include && before.with == after.with &&
         is_same_text(before.predicate, after.predicate) &&
         std::equal(before.elements.begin(),
                    before.elements.end(),
                    after.elements.begin(),
                    after.elements.end(),
                    is_same_element);
}

bool definitions::are_same(const model::index& before, const model::index& after) const {
  const auto facts = [](const model::index& of) {
    return std::tie(of.unique,
                    of.nulls_not_distinct,
                    of.method,
                    of.include,
                    of.with,
                    of.only_parent,
                    of.not_valid);
  };
  const auto is_same_key = [this](const model::index_key& a, const model::index_key& b) {
    return std::tie(a.column, a.collation, a.operator_class, a.descending, a.nulls) ==
               std::tie(b.column, b.collation, b.operator_class, b.descending, b.nulls) &&
           is_same_text(a.expression, b.expression);
  };
  return facts(before) == facts(after) && is_same_text(before.predicate, after.predicate) &&
         std::equal(before.keys.begin(),
                    before.keys.end(),
                    after.keys.begin(),
                    after.keys.end(),
                    is_same_key);
}

} // namespace strata::codegen
