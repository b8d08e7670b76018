// Whether an SQL text speaks of a name. Strata does not parse expressions; a mention that is none
// (in a string, say) costs an edge of the plan, a missed one would break it.
#pragma once

#include <string_view>

namespace strata::codegen::sql {

/// Whether `name` stands in `text` as a whole word, quoted or not, in any case.
bool mentions(std::string_view text, std::string_view name);

} // namespace strata::codegen::sql
