// By SQLSTATE on PostgreSQL; SQLite has one code for all of these, and words in English only.
#include "src/runtime/failure_remedy.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace strata::detail {
namespace {

/// A schema, table or index, column, type or constraint, function that is there.
constexpr std::array<std::string_view, 5> there_already{
    "42P06", "42P07", "42701", "42710", "42723"};

bool exists_already(const error_facts& facts, std::string_view message, dialect on) {
  if (on == dialect::postgresql) {
    return std::find(there_already.begin(), there_already.end(), facts.sqlstate) !=
           there_already.end();
  }
  return message.find("already exists") != std::string_view::npos ||
         message.find("already another table or index") != std::string_view::npos ||
         message.find("duplicate column name") != std::string_view::npos;
}

/// RENAME reads the whole schema, while the table that is built anew is not there.
bool speaks_of_missing_table(std::string_view message, dialect on) {
  return on == dialect::sqlite && message.find("no such table") != std::string_view::npos &&
         (message.find("error in view ") != std::string_view::npos ||
          message.find("error in trigger ") != std::string_view::npos);
}

} // namespace

std::string
remedy_for(const error_facts& facts, std::string_view message, dialect on, int version) {
  if (facts.sqlstate == "42501") {
    return "connect as the role that owns the schema's objects, or grant what is missing";
  }
  if (exists_already(facts, message, on)) {
    return fmt::format(
        "it was made by other means: look at it with {}; drop or rename it, and `upgrade` goes on; "
        "or, if it is what version {} makes, carry out by hand what is missing of `sql --from {} "
        "--to {}`, then `stamp --to {}`",
        on == dialect::postgresql ? "`\\d` of psql" : "`.schema` of sqlite3",
        version,
        version - 1,
        version,
        version);
  }
  if (speaks_of_missing_table(message, on)) {
    return "it speaks of a table that the step builds anew: note how it was made, with `.schema` "
           "of "
           "sqlite3, drop it with DROP VIEW or DROP TRIGGER, `upgrade`, and make it again";
  }
  if (facts.code == "R066") {
    return "end the transaction that has the lock, or wait for its end";
  }
  return {};
}

} // namespace strata::detail
