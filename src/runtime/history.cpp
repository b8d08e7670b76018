// Reads and appends history rows.
#include "src/runtime/history.hpp"

#include "src/runtime/history_columns.hpp"
#include "src/runtime/own_statement.hpp"
#include "src/runtime/process_names.hpp"
#include "src/runtime/quote.hpp"
#include "src/runtime/values.hpp"

#include <strata/runtime/error.hpp>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace strata::detail {
namespace {

/// The columns that tell the state; the long ones are read on demand only.
bool tells_state(const history_column& column) {
  return column.name != "acknowledged" && column.name != "applied_by" &&
         column.name != "applied_at" && column.name != "program";
}

/// What is read for a column. The quick query wants to know of recorded SQL only whether it
/// is there.
std::string expression(const history_column& column, dialect on, bool exists, bool brief) {
  if (!exists) {
    return fmt::format("{} AS {}", column.missing, column.name);
  }
  if (brief && (column.name == "down_sql" || column.name == "up_sql")) {
    return fmt::format("{1}({0}, 1, 1) AS {0}",
                       column.name,
                       on == dialect::postgresql ? "pg_catalog.substr" : "substr");
  }
  if (column.name == "applied_at" && on == dialect::postgresql) {
    return "pg_catalog.to_char(applied_at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') "
           "AS applied_at";
  }
  return std::string(column.name);
}

std::string select_list(dialect on, bool brief, const std::vector<std::string>* existing) {
  std::vector<std::string> list;
  for (const history_column& column : history_columns()) {
    if (brief && !tells_state(column)) {
      continue;
    }
    const bool exists =
        existing == nullptr ||
        std::find(existing->begin(), existing->end(), column.name) != existing->end();
    list.push_back(expression(column, on, exists, brief));
  }
  return fmt::format("{}", fmt::join(list, ", "));
}

/// A value for a message; what cannot be printed is a question mark.
std::string printable(const value& held) {
  std::string text = as_text(held);
  std::replace_if(
      text.begin(), text.end(), [](char each) { return each >= 0 && each < ' '; }, '?');
  return '\'' + text + '\'';
}

std::string parameter(dialect on, std::size_t number) {
  return fmt::format("{}{}", on == dialect::postgresql ? '$' : '?', number);
}

} // namespace

history::history(session& in, std::string schema, std::string table)
    : session_(&in), given_schema_(std::move(schema)), table_(std::move(table)) {
  if (in.dialect() == dialect::sqlite && !given_schema_.empty()) {
    throw migration_error("[R034] SQLite has no schemas; leave out the history table's schema",
                          {.code = "R034"});
  }
}

const std::string& history::schema() {
  if (!schema_.empty()) {
    return schema_;
  }
  if (session_->dialect() == dialect::sqlite) {
    schema_ = "main";
  } else if (!given_schema_.empty()) {
    schema_ = given_schema_;
  } else {
    schema_ = default_schema();
    if (schema_.empty()) {
      throw migration_error("[R031] no schema of the search path exists that this role may use; "
                            "create one, grant USAGE on it, or set search_path for the role or the "
                            "database",
                            {.code = "R031"});
    }
  }
  return schema_;
}

const std::string& history::default_schema() {
  if (!default_schema_) {
    default_schema_ =
        session_->dialect() == dialect::sqlite
            ? "main"
            : as_text(session_->query("SELECT " + default_schema_expression()).rows.at(0).at(0));
  }
  return *default_schema_;
}

const std::string& history::qualified_name() {
  if (qualified_.empty()) {
    qualified_ = quoted_name(schema()) + '.' + quoted_name(table_);
  }
  return qualified_;
}

/// In one message: the search path becomes the table's schema, and nothing where something else
/// than a table bears its name, a view for one, which would run what others wrote. Asking for the
/// schema first would be a round trip of its own.
result_set history::select_from_table(const std::string& columns, const std::string& rest) {
  const std::string name = quoted_name(table_);
  if (session_->dialect() == dialect::sqlite) {
    // A view of the name counts as nothing here, and is refused by name.
    return session_->query(fmt::format(
        "SELECT {} FROM main.{} WHERE (SELECT type FROM main.sqlite_master WHERE name = {} COLLATE "
        "NOCASE AND type IN ('table', 'view')) = 'table'{} ORDER BY id",
        columns,
        name,
        quoted_text(table_),
        rest));
  }
  const std::string in = given_schema_.empty() ? default_schema_expression()
                                               : quoted_text(given_schema_) + "::pg_catalog.text";
  // Whoever holds the table is not waited for here without an end, nor without a word.
  return session_->query_together(fmt::format(
      "SET LOCAL lock_timeout = 500; SELECT pg_catalog.set_config('search_path', COALESCE((SELECT "
      "pg_catalog.concat(pg_catalog.quote_ident(n.nspname::pg_catalog.text), ', pg_temp') FROM "
      "pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) "
      "c.relnamespace WHERE n.nspname OPERATOR(pg_catalog.=) {}::pg_catalog.name AND c.relname "
      "OPERATOR(pg_catalog.=) {}::pg_catalog.name AND c.relkind OPERATOR(pg_catalog.=) ANY "
      "('{{r,p}}'::pg_catalog.\"char\"[])), 'pg_catalog, pg_temp'), true); SELECT {} FROM {} WHERE "
      "tableoid OPERATOR(pg_catalog.=) pg_catalog.to_regclass(pg_catalog.concat("
      "pg_catalog.quote_ident(pg_catalog.current_schema()::pg_catalog.text), {}))"
      "::pg_catalog.oid{} ORDER BY id",
      in,
      quoted_text(table_),
      columns,
      name,
      quoted_text('.' + name),
      rest));
}

/// A view that bears the history's name could be written by anybody, and tell anything.
void history::require_table() {
  const auto answer =
      session_->dialect() == dialect::sqlite
          ? session_->query(fmt::format("SELECT type FROM main.sqlite_master WHERE name = {} "
                                        "COLLATE NOCASE AND type IN ('table', 'view')",
                                        quoted_text(table_)))
          : ask(*session_,
                fmt::format("SELECT CASE c.relkind WHEN 'r' THEN 'table' WHEN 'p' THEN 'table' "
                            "WHEN 'v' THEN 'view' ELSE 'relation of another kind' END FROM "
                            "pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE "
                            "n.nspname = {} AND c.relname = {}",
                            quoted_text(schema()),
                            quoted_text(table_)));
  if (!answer.rows.empty() && as_text(answer.rows.at(0).at(0)) != "table") {
    throw migration_error(fmt::format("[R090] {} is a {} and should be the history's table; drop "
                                      "it, or name another history with --history-table",
                                      qualified_name(),
                                      as_text(answer.rows.at(0).at(0))),
                          {.code = "R090"});
  }
}

std::vector<std::string> history::existing_columns() {
  std::vector<std::string> names;
  const auto answer =
      session_->dialect() == dialect::sqlite
          ? session_->query(
                fmt::format("SELECT name FROM pragma_table_info({}, 'main')", quoted_text(table_)))
          : ask(*session_,
                fmt::format(
                    "SELECT a.attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid "
                    "JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = {} AND "
                    "c.relname = {} AND a.attnum > 0 AND NOT a.attisdropped",
                    quoted_text(schema()),
                    quoted_text(table_)));
  for (const auto& row : answer.rows) {
    names.push_back(as_text(row.at(0)));
  }
  return names;
}

result_set history::select(bool brief, const std::string& rest) {
  const auto read = [&](const std::vector<std::string>* existing) {
    return select_from_table(select_list(session_->dialect(), brief, existing), rest);
  };
  try {
    auto rows = read(nullptr);
    if (rows.rows.empty()) {
      require_table();
    }
    return rows;
  } catch (const lock_timeout&) {
    throw;
  } catch (const query_error&) {
    if (session_->dialect() == dialect::postgresql && session_->in_transaction()) {
      throw; // The transaction is broken; nothing more can be asked in it.
    }
    require_table();
    const auto existing = existing_columns();
    if (existing.empty()) {
      return {};
    }
    require_columns(existing);
    // An older table; or one that another process has made since the question.
    return read(&existing);
  }
}

/// Without these nothing can be told; the others came, or may come, with later programs.
void history::require_columns(const std::vector<std::string>& existing) {
  for (const std::string_view needed : {"id", "action", "version"}) {
    if (std::find(existing.begin(), existing.end(), needed) == existing.end()) {
      throw migration_error(fmt::format("[R090] the table {} has no column {}, so that it is no "
                                        "history of migrations; rename it, or name another history "
                                        "with --history-table",
                                        qualified_name(),
                                        needed),
                            {.code = "R090"});
    }
  }
}

void history::refuse_row(const std::string& id, const std::string& fault) {
  throw migration_error(
      fmt::format(
          "[R040] the row {0} of the history {1} {2}\nnothing was done; look at `SELECT * "
          "FROM {1} ORDER BY id`, correct the row or delete it and what follows it, and say "
          "with `stamp --to N` which version the database has",
          id,
          qualified_name(),
          fault),
      {.code = "R040"});
}

std::vector<history_row> history::read_rows(const result_set& from) {
  std::vector<history_row> rows;
  for (const auto& values : from.rows) {
    history_row& row = rows.emplace_back();
    for (const history_column& column : history_columns()) {
      const auto at = std::find(from.columns.begin(), from.columns.end(), column.name);
      if (at == from.columns.end()) {
        continue;
      }
      const value& held = values[static_cast<std::size_t>(at - from.columns.begin())];
      if (!column.read(row, held)) {
        refuse_row(as_text(values.at(0)),
                   fmt::format("has {} in the column {}, which is no value of it",
                               is_null(held) ? std::string("NULL") : printable(held),
                               column.name));
      }
    }
  }
  return rows;
}

database_state history::read() {
  // Of the steps only the newest row counts: it tells how far the version is.
  const auto rows = read_rows(select(
      true,
      session_->dialect() == dialect::sqlite
          ? fmt::format(" AND (action IS NOT 'step' OR id = (SELECT max(id) FROM main.{}))",
                        quoted_name(table_))
          : fmt::format(" AND (action OPERATOR(pg_catalog.<>) 'step' OR id OPERATOR(pg_catalog.=) "
                        "(SELECT pg_catalog.max(id) FROM {}))",
                        quoted_name(table_))));
  database_state state;
  for (const history_row& row : rows) {
    if (const std::string fault = fault_of(state, row); !fault.empty()) {
      refuse_row(std::to_string(row.id), fault);
    }
    apply(state, row);
  }
  return state;
}

std::vector<history_row> history::rows() { return read_rows(select(false, "")); }

history_row history::row(std::int64_t id) {
  const auto rows = read_rows(
      select(false,
             fmt::format(" AND id {} {}",
                         session_->dialect() == dialect::sqlite ? "=" : "OPERATOR(pg_catalog.=)",
                         id)));
  return rows.empty() ? history_row{} : rows.front();
}

bool history::lacks_columns() {
  const auto existing = existing_columns();
  const auto& known = history_columns();
  return std::any_of(known.begin(), known.end(), [&](const history_column& each) {
    return std::find(existing.begin(), existing.end(), each.name) == existing.end();
  });
}

std::int64_t history::newest() {
  const auto answer =
      ask(*session_, fmt::format("SELECT coalesce(max(id), 0) FROM {}", qualified_name()));
  return as_integer(answer.rows.at(0).at(0));
}

std::int64_t history::steps_took() {
  const auto answer =
      ask(*session_,
          fmt::format("SELECT CAST(coalesce(sum(duration_ms), 0) AS bigint) FROM {0} WHERE id > "
                      "(SELECT coalesce(max(id), 0) FROM {0} WHERE action <> 'step')",
                      qualified_name()));
  return as_integer(answer.rows.at(0).at(0));
}

void history::create() {
  if (!given_schema_.empty()) {
    const auto known = ask(
        *session_,
        fmt::format("SELECT 1 FROM pg_namespace WHERE nspname = {}", quoted_text(given_schema_)));
    if (known.rows.empty()) {
      session_->execute(fmt::format("CREATE SCHEMA {}", quoted_name(given_schema_)));
    }
  }
  std::vector<std::string> columns;
  for (const history_column& column : history_columns()) {
    columns.push_back(fmt::format("{} {}", column.name, declared(column, session_->dialect())));
  }
  session_->execute(
      fmt::format("CREATE TABLE {} ({})", qualified_name(), fmt::join(columns, ", ")));
}

void history::ensure() {
  require_trusted_owner();
  const auto existing = existing_columns();
  if (existing.empty()) {
    create();
    return;
  }
  require_columns(existing);
  for (const history_column& column : history_columns()) {
    if (std::find(existing.begin(), existing.end(), column.name) == existing.end()) {
      session_->execute(fmt::format("ALTER TABLE {} ADD COLUMN {} {}",
                                    qualified_name(),
                                    column.name,
                                    declared(column, session_->dialect())));
    }
  }
}

std::int64_t history::append(const history_row& row) {
  history_row whole = row;
  whole.format = history_format;
  whole.applied_by = system_user();
  std::vector<std::string> names;
  std::vector<std::string> places;
  std::vector<value> values;
  for (const history_column& column : history_columns()) {
    if (column.write == nullptr) {
      continue;
    }
    names.emplace_back(column.name);
    if (column.name == "applied_by" && session_->dialect() == dialect::postgresql) {
      places.emplace_back("session_user");
      continue;
    }
    values.push_back(column.write(whole));
    places.push_back(parameter(session_->dialect(), values.size()));
  }
  const auto answer = session_->query(fmt::format("INSERT INTO {} ({}) VALUES ({}) RETURNING id",
                                                  qualified_name(),
                                                  fmt::join(names, ", "),
                                                  fmt::join(places, ", ")),
                                      values);
  return as_integer(answer.rows.at(0).at(0));
}

} // namespace strata::detail
