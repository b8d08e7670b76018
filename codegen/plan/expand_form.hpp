// Changes between whose two sides no state of the database serves programs of both versions.
#pragma once

#include "codegen/plan/action.hpp"

#include <string>

namespace strata::codegen {

/// The change, in words for `[no-expand-form …]` (docs/sql-files.md), where programs of the new
/// version cannot run before it: a rename, a conversion in place, a replacement under the same
/// name. Empty: they can. To be asked once phases are settled.
std::string without_expand_form(const action& of);

} // namespace strata::codegen
