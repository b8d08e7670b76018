// A scratch database with the tests' schema in it.
#pragma once

#include "tests/support/catch.hpp"
#include "tests/support/database.hpp"

#include <shelter/db.hpp>

#include <string>

namespace strata::testing {

/// Made in the database that `made` owns, and open.
struct shelter_database {
  explicit shelter_database(strata::dialect on);

  scratch_database made;
  strata::connection db;
};

/// Runs the section on every database that there is.
#define STRATA_ON_EACH_DATABASE(name)                                                              \
  for (const strata::dialect name : strata::testing::tested_dialects())                            \
  DYNAMIC_SECTION((name == strata::dialect::sqlite ? "sqlite" : "postgresql"))

/// The code of the error that `work` throws; empty where it throws none.
template <typename Work>
std::string code_of(Work&& work) {
  try {
    work();
  } catch (const strata::error& failed) {
    return failed.facts().code;
  }
  return {};
}

/// A uuid that ends in the number.
strata::uuid uuid_of(unsigned char number);

/// An owner with every default.
shelter::db::owners::row add_owner(strata::queryable& to, unsigned char number);

/// A sample whose members are plain values, null where that can be.
shelter::db::samples::new_row plain_sample();

} // namespace strata::testing
