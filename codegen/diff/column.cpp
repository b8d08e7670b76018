// Columns of a table that stays.
#include "codegen/diff/base_type.hpp"
#include "codegen/diff/definition.hpp"
#include "codegen/diff/matching.hpp"

#include <algorithm>

namespace strata::codegen {
namespace {

/// In declared order: that is the order in which they are appended to the table.
std::vector<const model::column*> in_order(std::vector<const model::column*> columns) {
  std::sort(columns.begin(), columns.end()); // All point into one list.
  return columns;
}

std::optional<model::backfill>
backfill_of(difference& all, const model::qualified_name& table, const std::string& column) {
  const model::backfill* const found = all.take_backfill(table, column);
  return found == nullptr ? std::nullopt : std::optional<model::backfill>(*found);
}

std::optional<model::conversion> conversion_of(const difference& all,
                                               const model::qualified_name& table,
                                               const std::string& column) {
  for (const model::conversion& each : all.transition.conversions) {
    if (each.table == table && each.column == column && !each.using_sql.empty()) {
      return each;
    }
  }
  return std::nullopt;
}

std::optional<std::pair<model::data_type, model::data_type>>
bases_of(const difference& all, const model::column& before, const model::column& after) {
  std::pair bases(base_type(all.from, before.type), base_type(all.to, after.type));
  const bool is_domain = bases.first != before.type || bases.second != after.type;
  return is_domain && before.type != after.type ? std::optional(std::move(bases)) : std::nullopt;
}

void comment(difference& all,
             const model::qualified_name& table,
             const model::column& of,
             const std::string& before) {
  set_comment change;
  change.kind = model::object_kind::column;
  change.owner = table;
  change.name = {{}, of.name};
  change.before = before;
  change.after = of.comment;
  all.comment(std::move(change));
}

} // namespace

const model::backfill* difference::take_backfill(const model::qualified_name& table,
                                                 const std::string& column) {
  for (const model::backfill& each : transition.backfills) {
    if (each.table == table && each.column == column && !each.expression.empty() &&
        attached.insert(&each).second) {
      return &each;
    }
  }
  return nullptr;
}

void diff_columns(difference& all, const model::table& before, const model::table& after) {
  const model::qualified_name& table = after.name;
  const definitions compare(all, table);
  const auto name = [](const model::column& of) -> const std::string& { return of.name; };
  const matched<model::column> columns = match(before.columns, after.columns, name);
  for (const model::column* each : in_order(columns.removed)) {
    all.add(drop_column{table, *each});
    all.disturbed.insert(table);
  }
  for (const model::column* each : in_order(columns.added)) {
    model::column plain = *each;
    plain.comment.clear();
    all.add(add_column{table, std::move(plain), backfill_of(all, table, each->name)});
    all.added_columns.insert(table);
    comment(all, table, *each, {});
  }
  for (const auto& [was, is] : columns.kept) {
    if (!compare.are_same(*was, *is)) {
      all.add(alter_column{table,
                           *was,
                           *is,
                           conversion_of(all, table, is->name),
                           backfill_of(all, table, is->name),
                           bases_of(all, *was, *is)});
      if (was->type != is->type) {
        all.disturbed.insert(table);
      }
    }
    comment(all, table, *is, was->comment);
  }
}

} // namespace strata::codegen
