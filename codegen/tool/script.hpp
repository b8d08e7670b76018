// What `strata diff` made, as a script.
#pragma once

#include "codegen/script/script.hpp"
#include "codegen/tool/database_diff.hpp"

namespace strata::codegen {

/// For `from`, which it turns into the other database. Throws sql::holds_nul.
script script_of(const database_diff& made, const live_schema& from);

} // namespace strata::codegen
