// Rows in every table of the reference application's first version, and how later versions show
// them.
#pragma once

#include "tests/support/live_database.hpp"

#include <string>
#include <vector>

namespace strata::testing {

/// Fills every table of version 1: nulls, limits, and trees of foreign keys.
void fill_as_found(live_database& to);

/// What `version` has of the rows that no version drops, one text a row.
std::vector<std::string> lasting_rows(live_database& from, int version);

} // namespace strata::testing
