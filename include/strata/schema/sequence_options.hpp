// How a sequence counts, of a column or for itself.
#pragma once

#include <strata/schema/text.hpp>

#include <cstdint>

namespace strata::detail {

struct sequence_options {
  struct number {
    bool given = false;
    std::int64_t value = 0;
  };

  number start{};
  number increment{};
  number minimum{};
  number maximum{};
  number cache{};
  bool cycle = false;
};

constexpr void give(sequence_options::number& option, std::int64_t value) {
  give(option.given, true);
  option.value = value;
}

} // namespace strata::detail
