// The migrations that the migrator is tested with: a small inventory, written by hand.
#pragma once

#include "tests/support/database.hpp"

#include <strata/runtime/migrations.hpp>
#include <strata/runtime/migrator_options.hpp>

#include <vector>

namespace strata::testing {

/// Five versions with every kind of step: on PostgreSQL 10 steps, of which 3 run in no transaction;
/// on SQLite 7, of which one rebuilds a table with foreign keys off.
/// 1 items and parts; 2 a site with an index; 3 filled and not null; 4 the index goes, a unique one
/// comes; 5 (a draft) a table of notes.
const migrations& inventory();

/// A copy of the inventory that a test changes.
struct edited_inventory {
  edited_inventory();
  edited_inventory(const edited_inventory&) = delete;
  edited_inventory& operator=(const edited_inventory&) = delete;

  /// The first `count` versions only.
  migrations first(int count) const;

  migrations all() const { return first(static_cast<int>(versions.size())); }

  migration& version(int number) { return versions[static_cast<std::size_t>(number) - 1]; }

  migration_script& script(int number, dialect on);

  std::vector<migration> versions;
  int minimum_postgresql = 130000;
  int minimum_sqlite = 3038000;

private:
  std::vector<std::vector<migration_script>> scripts_;
};

/// Brings the database to version 1 and fills it: two items, three parts of them.
void make_old(const scratch_database& database);

/// Options that apply the draft in any build.
migrator_options with_drafts(migration_observer observer = {});

} // namespace strata::testing
