// Whether two partitions of a table could hold the same row, by the words of their bounds.
#pragma once

#include <string_view>

namespace strata::codegen {

/// Of bounds as `FOR VALUES …` and `DEFAULT` say them. False only where it is certain: Strata does
/// not know values of every type, so bounds that cannot be compared may overlap.
bool may_overlap(std::string_view one, std::string_view other);

} // namespace strata::codegen
