// Reading declared rows back, each value as SQLite would write it in SQL.
#include "codegen/verify/reference_rows.hpp"

#include "codegen/sql/quote.hpp"
#include "codegen/verify/sqlite_script.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace strata::codegen {
namespace {

/// `quote("a") || ', ' || quote("b")`
std::string values_of(const model::reference_rows& rows) {
  std::string values;
  for (const std::string& column : rows.columns) {
    values += fmt::format("{}quote({})", values.empty() ? "" : " || ', ' || ", sql::quote(column));
  }
  return values;
}

} // namespace

std::vector<std::string> read_reference_rows(memory_database& database,
                                             const model::schema& physical) {
  std::vector<std::string> lines;
  for (const model::table& table : physical.tables) {
    if (!table.rows || table.rows->columns.empty())
      continue;
    const std::string query =
        fmt::format("SELECT {} FROM {}", values_of(*table.rows), sql::quote(table.name));
    for (const std::string& row : database.first_column(query)) {
      lines.push_back(fmt::format("row of {} ({})", display(table.name), row));
    }
  }
  std::ranges::sort(lines);
  return lines;
}

} // namespace strata::codegen
