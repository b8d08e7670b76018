// A type of an application's own, kept in a bigint.
#pragma once

#include <strata/runtime/codec.hpp>

#include <cstdint>

namespace money {

struct cents {
  std::int64_t count = 0;

  friend bool operator==(const cents&, const cents&) = default;
};

} // namespace money

template <>
struct strata::codec<money::cents> {
  static value encode(const money::cents& from, dialect on) {
    return codec<std::int64_t>::encode(from.count, on);
  }

  static money::cents decode(const value& from, dialect on) {
    return {codec<std::int64_t>::decode(from, on)};
  }
};
