// Compares sqlite_master before and after. What any script or any draft in the history names is the
// migrations' own, and theirs to leave out.
#include "src/runtime/by_hand.hpp"

#include "src/runtime/embedded.hpp"
#include "src/runtime/history.hpp"
#include "src/runtime/quote.hpp"
#include "src/runtime/script_names.hpp"
#include "src/runtime/sqlite_tokens.hpp"
#include "src/runtime/values.hpp"

#include <strata/runtime/error.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace strata::detail {
namespace {

bool has_word(std::string_view sql, std::string_view searched) {
  for (sqlite_tokens from(sql); !from.at_end(); from.advance()) {
    if (folded(from.current().text) == folded(searched)) {
      return true;
    }
  }
  return false;
}

bool is_among(const std::vector<std::string>& names, std::string_view name) {
  return std::ranges::any_of(names, [&](const auto& each) { return folded(each) == folded(name); });
}

script_names names_of_migrations(const migrations& all, history& rows) {
  script_names known;
  for (const migration& each : all.versions) {
    const migration_script& script = script_for(each, dialect::sqlite);
    known.add(script.up);
    known.add(script.down);
    known.add(script.plain);
  }
  for (const history_row& each : rows.rows()) {
    known.add(each.up_sql);
    known.add(each.down_sql);
  }
  return known;
}

std::vector<std::string> tables_and_views(session& db) {
  std::vector<std::string> found;
  const auto answer =
      db.query("SELECT name FROM main.sqlite_master WHERE type IN ('table', 'view')");
  for (const auto& row : answer.rows) {
    found.push_back(as_text(row.at(0)));
  }
  return found;
}

[[noreturn]] void refuse_column(const std::string& table, const std::string& column) {
  throw migration_error(
      fmt::format(
          "[R045] the step builds the table {0} anew without the column {0}.{1}, which no "
          "migration made: its values would be lost; declare the column, or keep its values "
          "elsewhere and drop it with `ALTER TABLE {2} DROP COLUMN {3}`",
          table,
          column,
          quoted_name(table),
          quoted_name(column)),
      {.code = "R045"});
}

[[noreturn]] void refuse_object(const schema_object& gone, std::string_view why) {
  const std::string type = folded(gone.type) == "index" ? "INDEX" : "TRIGGER";
  throw migration_error(
      fmt::format(
          "[R045] the step builds {} anew and would lose the {} {}, which no migration made "
          "and which cannot be made again after the step: {}; drop it with `DROP {} {}`, "
          "and make it again after the upgrade, in a form that fits. It was made by\n{}",
          gone.of,
          gone.type,
          quoted_name(gone.name),
          why,
          type,
          quoted_name(gone.name),
          gone.sql),
      {.code = "R045"});
}

} // namespace

kept_by_hand::kept_by_hand(session& db, std::string_view step) {
  if (db.dialect() == dialect::sqlite && has_word(step, "drop")) {
    session_ = &db;
    step_ = step;
    objects_ = objects_now();
    columns_ = columns_now();
  }
}

std::vector<schema_object> kept_by_hand::objects_now() const {
  std::vector<schema_object> found;
  const auto answer =
      session_->query("SELECT type, name, tbl_name, sql FROM main.sqlite_master WHERE type IN "
                      "('index', 'trigger') AND sql IS NOT NULL ORDER BY rowid");
  for (const auto& row : answer.rows) {
    found.push_back(
        {as_text(row.at(0)), as_text(row.at(1)), as_text(row.at(2)), as_text(row.at(3))});
  }
  return found;
}

/// Not of virtual tables, whose module this program need not have.
kept_by_hand::columns kept_by_hand::columns_now() const {
  columns found;
  const auto answer = session_->query(
      "SELECT t.name, c.name FROM main.sqlite_master t, pragma_table_xinfo(t.name, 'main') c WHERE "
      "t.type = 'table' AND t.sql NOT LIKE 'CREATE VIRTUAL%' AND t.name NOT LIKE 'sqlite\\_%' "
      "ESCAPE '\\'");
  for (const auto& row : answer.rows) {
    found.emplace_back(as_text(row.at(0)), as_text(row.at(1)));
  }
  return found;
}

/// Columns that are gone from tables that are still there.
kept_by_hand::columns kept_by_hand::columns_gone(const std::vector<std::string>& tables) const {
  const columns now = columns_now();
  columns gone;
  for (const auto& [table, column] : columns_) {
    const bool is_there = std::ranges::any_of(now, [&](const auto& each) {
      return folded(each.first) == folded(table) && folded(each.second) == folded(column);
    });
    if (!is_there && is_among(tables, table)) {
      gone.emplace_back(table, column);
    }
  }
  return gone;
}

void kept_by_hand::put_back(const migrations& all, history& rows) const {
  if (session_ == nullptr) {
    return;
  }
  const auto tables = tables_and_views(*session_);
  const columns without = columns_gone(tables);
  const auto now = objects_now();
  std::vector<schema_object> gone;
  std::ranges::copy_if(objects_, std::back_inserter(gone), [&](const auto& before) {
    return std::ranges::none_of(now, [&](const auto& each) { return each.name == before.name; });
  });
  if (gone.empty() && without.empty()) {
    return;
  }
  script_names known = names_of_migrations(all, rows);
  known.add(step_);
  for (const auto& [table, column] : without) {
    if (!known.has_column(table, column)) {
      refuse_column(table, column);
    }
  }
  script_names step;
  step.add(step_);
  for (const schema_object& each : gone) {
    if (!known.has_object(each.name)) {
      put_back(each, step, tables, without);
    }
  }
}

void kept_by_hand::put_back(const schema_object& gone,
                            const script_names& step,
                            const std::vector<std::string>& tables,
                            const columns& without) const {
  if (step.renames(gone.of)) {
    refuse_object(gone, fmt::format("the step renames its table {} too", gone.of));
  }
  if (!is_among(tables, gone.of)) {
    return; // It goes with its table.
  }
  for (const auto& [table, column] : without) {
    if (has_word(gone.sql, table) && has_word(gone.sql, column)) {
      refuse_object(gone, fmt::format("the column {}.{} is gone", table, column));
    }
  }
  try {
    session_->execute(gone.sql);
  } catch (const connection_error&) {
    throw;
  } catch (const query_error& failed) {
    refuse_object(gone, failed.what());
  }
}

} // namespace strata::detail
