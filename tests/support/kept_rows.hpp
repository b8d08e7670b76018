// The part of the rows that a migration must not change.
#pragma once

#include "tests/support/live_database.hpp"

#include <strata/model/version.hpp>

#include <string>
#include <vector>

namespace strata::testing {

/// A query on the old version and one on the new, which must give the same rows.
struct kept_table {
  std::string before;
  std::string after;
};

/// One for each table that both versions have, on the columns that both have with the same type
/// and whose values neither the
/// transition nor reference rows set; none where the transition runs statements of the user's own.
/// Versions are as adapted to `on`, names resolved.
std::vector<kept_table>
kept_tables(const model::version& from, const model::version& to, const codegen::target& on);

} // namespace strata::testing
