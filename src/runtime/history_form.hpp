// Whether a row of the history can be true: what others wrote there by hand is not acted upon.
#pragma once

#include "src/runtime/database_state.hpp"

#include <strata/runtime/migration_status.hpp>

#include <string>

namespace strata::detail {

/// The form of rows that this program writes and reads.
inline constexpr int history_format = 1;

/// What is wrong with a row that follows `before`, as the end of a sentence that begins with the
/// row; empty where nothing is. Of the steps before the newest row none is needed.
std::string fault_of(const database_state& before, const history_row& row);

} // namespace strata::detail
