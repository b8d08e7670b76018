// Reads and appends history rows.
#include "src/runtime/history.hpp"

#include "src/runtime/history_columns.hpp"
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
    return fmt::format("substr({0}, 1, 1) AS {0}", column.name);
  }
  if (column.name == "applied_at" && on == dialect::postgresql) {
    return "to_char(applied_at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') "
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

std::vector<history_row> read_rows(const result_set& from) {
  std::vector<history_row> rows;
  for (const auto& values : from.rows) {
    history_row& row = rows.emplace_back();
    for (const history_column& column : history_columns()) {
      const auto at = std::find(from.columns.begin(), from.columns.end(), column.name);
      if (at != from.columns.end()) {
        column.read(row, values[static_cast<std::size_t>(at - from.columns.begin())]);
      }
    }
  }
  return rows;
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
    const auto answer = session_->query("SELECT current_schema()");
    schema_ = as_text(answer.rows.at(0).at(0));
    if (schema_.empty()) {
      throw migration_error("[R031] no schema of the search path exists that this role may use; "
                            "create one, grant USAGE on it, or set search_path for the role or the "
                            "database",
                            {.code = "R031"});
    }
  }
  return schema_;
}

const std::string& history::qualified_name() {
  if (qualified_.empty()) {
    qualified_ = quoted_name(schema()) + '.' + quoted_name(table_);
  }
  return qualified_;
}

/// What the quick query reads from, and the condition that keeps another schema's table out.
std::string history::source() const {
  const std::string name = quoted_name(table_);
  if (session_->dialect() == dialect::sqlite) {
    return fmt::format("main.{} WHERE true", name);
  }
  if (!given_schema_.empty()) {
    return fmt::format("{}.{} WHERE true", quoted_name(given_schema_), name);
  }
  // Asking for the schema first would be a round trip of its own, and a table of that name further
  // down the search path belongs to somebody else.
  return fmt::format("{} WHERE tableoid = to_regclass(quote_ident(current_schema()) || {})",
                     name,
                     quoted_text('.' + name));
}

std::vector<std::string> history::existing_columns() {
  std::vector<std::string> names;
  const auto answer =
      session_->dialect() == dialect::sqlite
          ? session_->query(
                fmt::format("SELECT name FROM pragma_table_info({}, 'main')", quoted_text(table_)))
          : session_->query(fmt::format(
                "SELECT a.attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid "
                "JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = {} AND "
                "c.relname = {} AND a.attnum > 0 AND NOT a.attisdropped",
                given_schema_.empty() ? "current_schema()" : quoted_text(given_schema_),
                quoted_text(table_)));
  for (const auto& row : answer.rows) {
    names.push_back(as_text(row.at(0)));
  }
  return names;
}

result_set history::select(bool brief, const std::string& rest) {
  const auto statement = [&](const std::vector<std::string>* existing) {
    return fmt::format("SELECT {} FROM {}{} ORDER BY id",
                       select_list(session_->dialect(), brief, existing),
                       source(),
                       rest);
  };
  try {
    return session_->query(statement(nullptr));
  } catch (const lock_timeout&) {
    throw;
  } catch (const query_error&) {
    if (session_->in_transaction() && session_->dialect() == dialect::postgresql) {
      throw; // The transaction is broken; nothing more can be asked in it.
    }
    const auto existing = existing_columns();
    if (existing.empty()) {
      return {};
    }
    // An older table; or one that another process has made since the question.
    return session_->query(statement(&existing));
  }
}

database_state history::read() {
  // Of the steps only the newest row counts: it tells how far the version is.
  const auto rows = read_rows(select(
      true, fmt::format(" AND (action <> 'step' OR id = (SELECT max(id) FROM {}))", source())));
  return replay(rows);
}

std::vector<history_row> history::rows() { return read_rows(select(false, "")); }

history_row history::row(std::int64_t id) {
  const auto rows = read_rows(select(false, fmt::format(" AND id = {}", id)));
  return rows.empty() ? history_row{} : rows.front();
}

bool history::lacks_columns() { return existing_columns().size() < history_columns().size(); }

std::int64_t history::newest() {
  const auto answer =
      session_->query(fmt::format("SELECT coalesce(max(id), 0) FROM {}", qualified_name()));
  return as_integer(answer.rows.at(0).at(0));
}

std::int64_t history::steps_took() {
  const auto answer = session_->query(
      fmt::format("SELECT CAST(coalesce(sum(duration_ms), 0) AS bigint) FROM {0} WHERE id > "
                  "(SELECT coalesce(max(id), 0) FROM {0} WHERE action <> 'step')",
                  qualified_name()));
  return as_integer(answer.rows.at(0).at(0));
}

void history::create() {
  if (!given_schema_.empty()) {
    const auto known = session_->query(
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
  const auto existing = existing_columns();
  if (existing.empty()) {
    create();
    return;
  }
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
