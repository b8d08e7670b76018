// The statements behind accessors, put together from a table's constant texts.
#include <strata/runtime/table_functions.hpp>

#include "src/runtime/sql_builder.hpp"

#include <strata/runtime/error.hpp>
#include <strata/runtime/transaction.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace strata {

void row_writer::add(const detail::column_text& column, value given) {
  if (column.quoted.on(on_).empty()) {
    throw query_error(fmt::format("the column {} does not exist on {}", column.name, name_of(on_)),
                      {.code = "R065"});
  }
  assignments_.push_back({column, std::move(given)});
}

namespace detail {
namespace {

using assignments = std::vector<row_writer::assignment>;

result_set run(queryable& db, const sql_builder& statement) {
  return db.run(statement.text(), statement.values(), statement.prepares());
}

/// INSERT INTO table (columns) VALUES (places).
void add_insert(sql_builder& to, const table_text& table, const assignments& given) {
  to.add("INSERT INTO ");
  to.add(table.quoted.on(to.on()));
  if (given.empty()) {
    to.add(" DEFAULT VALUES");
    return;
  }
  to.add(" (");
  for (const auto& each : given) {
    if (&each != &given.front())
      to.add(", ");
    to.add_name(each.column);
  }
  to.add(") VALUES (");
  for (const auto& each : given) {
    if (&each != &given.front())
      to.add(", ");
    to.bind(each.given);
  }
  to.add(")");
}

void add_returning(sql_builder& to, const table_text& table) {
  to.add(" RETURNING ");
  to.add(table.columns.on(to.on()));
}

void add_orders(sql_builder& to, const std::vector<select_parts::order_text>& orders) {
  for (const auto& each : orders) {
    to.add(&each == &orders.front() ? " ORDER BY " : ", ");
    to.add_compared(each.column);
    to.add(each.descending ? " DESC" : " ASC");
    to.add(each.nulls_last ? " NULLS LAST" : " NULLS FIRST");
  }
}

void add_limit(sql_builder& to, const select_parts& parts) {
  if (parts.limit) {
    to.add(" LIMIT ");
    to.bind(value(*parts.limit));
  } else if (parts.offset != 0 && to.on() == dialect::sqlite) {
    to.add(" LIMIT -1"); // SQLite has OFFSET behind LIMIT only
  }
  if (parts.offset != 0) {
    to.add(" OFFSET ");
    to.bind(value(parts.offset));
  }
}

bool has_same_columns(const assignments& a, const assignments& b) {
  return std::ranges::equal(
      a,
      b,
      {},
      [](const auto& each) { return each.column.name; },
      [](const auto& each) { return each.column.name; });
}

} // namespace

result_set run_select(queryable& db, const select_parts& parts) {
  sql_builder statement(db.dialect());
  statement.add("SELECT ");
  if (parts.columns.empty())
    statement.add(parts.table.columns.on(db.dialect()));
  for (const column_text& each : parts.columns) {
    if (&each != &parts.columns.front())
      statement.add(", ");
    statement.add_read(each);
  }
  statement.add(" FROM ");
  statement.add(parts.table.quoted.on(db.dialect()));
  statement.add_where(parts.where);
  add_orders(statement, parts.orders);
  add_limit(statement, parts);
  return run(db, statement);
}

std::int64_t run_count(queryable& db, const table_text& table, const condition_ptr& where) {
  sql_builder statement(db.dialect());
  statement.add("SELECT count(*) FROM ");
  statement.add(table.quoted.on(db.dialect()));
  statement.add_where(where);
  const result_set counted = run(db, statement);
  require_one_row(counted);
  return row_reader(counted, 0, db.dialect()).next<std::int64_t>();
}

result_set insert_row(queryable& db, const table_text& table, const row_writer& given) {
  sql_builder statement(db.dialect());
  add_insert(statement, table, given.assignments());
  add_returning(statement, table);
  return run(db, statement);
}

result_set upsert_row(queryable& db,
                      const table_text& table,
                      const row_writer& given,
                      std::span<const std::string_view> key) {
  sql_builder statement(db.dialect());
  add_insert(statement, table, given.assignments());
  statement.add(" ON CONFLICT (");
  for (std::size_t i = 0; i < key.size(); ++i) {
    statement.add(i == 0 ? "" : ", ");
    statement.add(key[i]);
  }
  statement.add(") DO UPDATE SET ");
  bool has_changes = false;
  const auto change = [&](std::string_view column) {
    statement.add(has_changes ? ", " : "");
    statement.add(column);
    statement.add(" = excluded.");
    statement.add(column);
    has_changes = true;
  };
  for (const auto& each : given.assignments()) {
    const auto column = each.column.quoted.on(db.dialect());
    if (std::ranges::find(key, column) == key.end())
      change(column);
  }
  // With nothing to change, the key is set to itself: DO NOTHING would return no row.
  if (!has_changes)
    change(key.front());
  add_returning(statement, table);
  return run(db, statement);
}

std::int64_t update_rows(queryable& db,
                         const table_text& table,
                         const condition_ptr& where,
                         const row_writer& given) {
  if (given.assignments().empty())
    return 0;
  sql_builder statement(db.dialect());
  statement.add("UPDATE ");
  statement.add(table.quoted.on(db.dialect()));
  statement.add(" SET ");
  for (const auto& each : given.assignments()) {
    if (&each != &given.assignments().front())
      statement.add(", ");
    statement.add_name(each.column);
    statement.add(" = ");
    statement.bind(each.given);
  }
  statement.add_where(where);
  return run(db, statement).affected;
}

std::int64_t erase_rows(queryable& db, const table_text& table, const condition_ptr& where) {
  sql_builder statement(db.dialect());
  statement.add("DELETE FROM ");
  statement.add(table.quoted.on(db.dialect()));
  statement.add_where(where);
  return run(db, statement).affected;
}

std::int64_t
insert_rows(queryable& db, const table_text& table, const std::function<bool(row_writer&)>& next) {
  transaction whole(db);
  std::int64_t count = 0;
  row_writer waiting(db.dialect());
  bool has_waiting = next(waiting);
  while (has_waiting) {
    // One bulk statement has one list of columns: it ends where a row gives others.
    const row_writer first = waiting;
    std::vector<std::string_view> columns;
    for (const auto& each : first.assignments()) {
      columns.push_back(each.column.name);
    }
    if (columns.empty()) {
      insert_row(db, table, waiting);
      ++count;
      waiting = row_writer(db.dialect());
      has_waiting = next(waiting);
      continue;
    }
    count += db.session().bulk_insert(table.schema, table.name, columns, [&](auto& row) {
      if (!has_waiting || !has_same_columns(first.assignments(), waiting.assignments())) {
        return false;
      }
      for (const auto& each : waiting.assignments()) {
        row.push_back(each.given);
      }
      waiting = row_writer(db.dialect());
      has_waiting = next(waiting);
      return true;
    });
  }
  whole.commit();
  return count;
}

} // namespace detail

} // namespace strata
