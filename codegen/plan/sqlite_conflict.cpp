// Only tables with such a clause: the others' statements are as they ever were.
#include "codegen/plan/sqlite_conflict.hpp"

#include <algorithm>
#include <set>
#include <variant>

namespace strata::codegen {
namespace {

bool has_clause(const model::table& table) {
  constexpr auto abort = model::conflict_action::abort;
  return (table.primary_key && table.primary_key->on_conflict != abort) ||
         std::ranges::any_of(table.uniques,
                             [](const auto& each) { return each.on_conflict != abort; }) ||
         std::ranges::any_of(table.columns, [](const auto& each) { return each.on_null != abort; });
}

/// By the names of both versions: a rename comes before or after a statement.
struct statement_visitor {
  std::set<model::qualified_name> tables;

  void operator()(sql::insert_rows& of) const { of.or_abort = tables.contains(of.table); }

  void operator()(sql::update_row& of) const { of.or_abort = tables.contains(of.table); }

  void operator()(sql::fill_column& of) const { of.or_abort = tables.contains(of.table); }

  void operator()(sql::copy_rows& of) const { of.or_abort = tables.contains(of.from); }

  template <typename Other>
  void operator()(Other&) const {}
};

} // namespace

void overrule_conflict_clauses(std::deque<action>& all,
                               const model::schema& from,
                               const model::schema& to) {
  statement_visitor visitor;
  for (const model::schema* schema : {&from, &to}) {
    for (const model::table& each : schema->tables) {
      if (has_clause(each))
        visitor.tables.insert(each.name);
    }
  }
  for (action& each : all) {
    for (planned_statement& one : each.statements)
      std::visit(visitor, one.statement);
  }
}

} // namespace strata::codegen
