// What PostgreSQL does with a column's values when its type changes and nobody says how.
#pragma once

#include <strata/model/type.hpp>

namespace strata::codegen {

enum class cast {
  exact,        ///< Every value survives as it is.
  checked,      ///< Values survive or the change fails: `bigint` to `integer`.
  lossy,        ///< Values are rounded or cut without a word: `numeric` to `integer`.
  by_time_zone, ///< The session's time zone decides.
  none,         ///< It needs an expression.
};

cast cast_between(const model::data_type& from, const model::data_type& to);

} // namespace strata::codegen
