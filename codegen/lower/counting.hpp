// How sequences count, of columns and for themselves.
#pragma once

#include <strata/schema/sequence_options.hpp>

#include <optional>

namespace strata::detail {

inline std::optional<std::int64_t> lower_number(const sequence_options::number& number) {
  return number.given ? std::optional(number.value) : std::nullopt;
}

/// `Counter` is a model::identity or a model::sequence.
template <typename Counter>
void lower_counting(const sequence_options& options, Counter& result) {
  result.start = lower_number(options.start);
  result.increment = lower_number(options.increment);
  result.minimum = lower_number(options.minimum);
  result.maximum = lower_number(options.maximum);
  result.cache = lower_number(options.cache);
  result.cycle = options.cycle;
}

} // namespace strata::detail
