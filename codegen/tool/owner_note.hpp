// Owners are no part of a schema: whoever compares two databases is told where they differ.
#pragma once

#include "codegen/tool/live_schema.hpp"

#include <string>

namespace strata::codegen {

/// One line that names some of the objects whose owners differ; empty: none does.
std::string owner_note(const live_schema& from, const live_schema& to);

} // namespace strata::codegen
