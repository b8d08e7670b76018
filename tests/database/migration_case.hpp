// One case of the loop that every migration goes through, on each database that it is for.
#pragma once

#include "tests/support/migration_trial.hpp"
#include "tests/support/model_builders.hpp"

#include <string>
#include <vector>

namespace strata::testing {

struct migration_case {
  std::string name;
  model::schema from;
  model::schema to;
  model::transition by = {};
  std::string rows = {};
  std::vector<observation> up = {};
  std::vector<observation> down = {};
  model::dialect_set on = {};
};

/// Checks that problems_of finds none, on SQLite and on PostgreSQL.
void check_case(const migration_case& tried);

} // namespace strata::testing
