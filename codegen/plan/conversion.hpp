// How one type's values become another's.
#pragma once

#include <strata/model/type.hpp>

namespace strata::codegen {

enum class conversion_kind {
  same,    ///< By assignment: the database converts, or refuses a value that does not fit.
  cast,    ///< By an explicit cast that refuses what it cannot convert.
  unknown, ///< The user must say how (`convert_column`).
};

conversion_kind conversion_on_postgresql(const model::data_type& from, const model::data_type& to);

/// Whether values of `from` may come out of the conversion changed rather than refused.
bool conversion_loses(const model::data_type& from, const model::data_type& to);

} // namespace strata::codegen
