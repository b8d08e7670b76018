// Runs a case; databases are used again as long as cases leave them empty.
#include "tests/database/migration_case.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/database.hpp"

#include <array>
#include <memory>

namespace strata::testing {
namespace {

/// A database of a test run, and the scratch database that it is in.
struct open_database {
  std::unique_ptr<scratch_database> scratch;
  std::unique_ptr<live_database> live;
};

open_database open(dialect which) {
  if (which == dialect::sqlite)
    return {nullptr, open_sqlite()};
  auto scratch = std::make_unique<scratch_database>(which);
  auto live = open_postgresql(scratch->url());
  return {std::move(scratch), std::move(live)};
}

/// Never destroyed: libpqxx's own statics are gone when the program's are. The tests' server is
/// thrown away as a whole.
open_database& kept(dialect which) {
  static auto* const databases = new std::array<open_database, 2>;
  return (*databases)[which == dialect::sqlite ? 0 : 1];
}

bool is_for(const model::dialect_set& set, dialect which) {
  return which == dialect::sqlite ? set.sqlite : set.postgresql;
}

void check_on(const migration_case& tried, dialect which) {
  open_database& database = kept(which);
  if (!database.live)
    database = open(which);
  const trial described{version_of(1, tried.from),
                        version_of(2, tried.to, tried.by),
                        tried.rows,
                        tried.up,
                        tried.down};
  std::string problems;
  for (const std::string& each : problems_of(described, *database.live))
    problems += each + "\n";
  if (!problems.empty())
    database = {};
  INFO(tried.name << (which == dialect::sqlite ? " on SQLite" : " on PostgreSQL"));
  CHECK(problems == "");
}

} // namespace

void check_case(const migration_case& tried) {
  for (const dialect which : tested_dialects()) {
    if (is_for(tried.on, which))
      check_on(tried, which);
  }
}

} // namespace strata::testing
