// What SQLite makes of values by the words of a column's declared type.
#pragma once

#include <string_view>

namespace strata::codegen::sql {

enum class affinity { integer, text, blob, real, numeric };

affinity affinity_of(std::string_view declared_words);

/// Whether whatever a column of the one holds is in a column of the other as it was.
bool keeps_values(affinity from, affinity to);

/// What values lose that are copied into a column of the other affinity; empty: nothing.
std::string_view lost_between(affinity from, affinity to);

} // namespace strata::codegen::sql
