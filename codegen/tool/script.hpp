// A plan as one SQL script that psql -f or sqlite3 runs.
#pragma once

#include "codegen/tool/database_diff.hpp"

#include <string>

namespace strata::codegen {

/// The hazards as comments, then each step: a transaction, or a statement that runs in none. Empty
/// where nothing is to be done. Throws sql::holds_nul.
std::string script_of(const database_diff& made, const live_schema& from);

/// The same as JSON: `{"equal", "hazards", "steps"}`.
std::string json_of(const database_diff& made, const live_schema& from);

} // namespace strata::codegen
