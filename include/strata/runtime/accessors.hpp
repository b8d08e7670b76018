// All that a generated accessor header includes.
#pragma once

#include <strata/runtime/array.hpp>
#include <strata/runtime/codec.hpp>
#include <strata/runtime/column.hpp>
#include <strata/runtime/column_comparison.hpp>
#include <strata/runtime/condition.hpp>
#include <strata/runtime/connection.hpp>
#include <strata/runtime/enumeration.hpp>
#include <strata/runtime/error.hpp>
#include <strata/runtime/given.hpp>
#include <strata/runtime/query.hpp>
#include <strata/runtime/selection.hpp>
#include <strata/runtime/table_functions.hpp>
#include <strata/runtime/table_text.hpp>
#include <strata/runtime/transaction.hpp>

namespace strata {

/// Counts up when generated headers and the runtime change together.
inline constexpr int accessor_format = 1;

} // namespace strata
