// One migration tried on a live database, up and down, with rows in it.
#pragma once

#include "tests/support/live_database.hpp"

#include <strata/model/version.hpp>

#include <string>
#include <vector>

namespace strata::testing {

/// A query and the rows that it must give, as live_database::query returns them.
struct observation {
  std::string query;
  std::vector<std::string> rows;
};

struct trial {
  model::version from;
  model::version to;
  std::string rows; ///< SQL that fills the old version's tables.
  std::vector<observation> after_up;
  std::vector<observation> after_down;
};

/// A version of a schema with its default names; `transition` leads to it.
model::version
version_of(int number, const model::schema& schema, const model::transition& transition = {});

/// Tries it on an empty database and leaves it empty: the old version with its rows, upgraded, is
/// as inspected the new one made from nothing, in the careful form and in the plain one; planned
/// again nothing is left to do; rows that neither version touches survive; downgraded it is the
/// old version again; and the way down from the old version leaves nothing. Returns what is not
/// so, with the SQL; empty: all is well.
std::vector<std::string> problems_of(const trial& tried, live_database& on);

} // namespace strata::testing
