// What the server prints differently after a dump is loaded again, though it means the same.
#pragma once

#include <string>
#include <string_view>

namespace strata::codegen {

/// The expression or statement in one spelling of all that PostgreSQL prints for the same: a cast
/// of an array is one of its elements, AND within AND and OR within OR stand at one level, and
/// parentheses that say nothing are gone. For comparisons only.
std::string plain_spelling(std::string_view sql);

} // namespace strata::codegen
