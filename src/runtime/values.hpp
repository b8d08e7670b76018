// Reads values of either database as what the migrator needs.
#pragma once

#include <strata/runtime/value.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace strata::detail {

/// Empty for null.
std::string as_text(const value& of);

/// 0 for null.
std::int64_t as_integer(const value& of);

/// Nothing where the value is no whole number of 64 bits.
std::optional<std::int64_t> as_whole_number(const value& of);

/// True for what either database means by it: `t`, `true`, a number other than 0.
bool as_truth(const value& of);

} // namespace strata::detail
