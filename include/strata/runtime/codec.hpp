// How a C++ type is stored: `strata::codec<T>`, the point at which `.maps_to` types join in.
#pragma once

#include <strata/runtime/convert.hpp>
#include <strata/runtime/dialect.hpp>
#include <strata/runtime/interval.hpp>
#include <strata/runtime/json.hpp>
#include <strata/runtime/numeric.hpp>
#include <strata/runtime/uuid.hpp>
#include <strata/runtime/value.hpp>

#include <chrono>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>

namespace strata {

/// Specialise it for a type of your own with
/// `static value encode(const T&, dialect)` and `static T decode(const value&, dialect)`, calling
/// the codec of the type that the column would have without `.maps_to`. Throw conversion_error for
/// what cannot be stored or read. Null never reaches a codec, but that of std::optional.
template <typename T>
struct codec;

namespace detail {

std::int64_t decode_integer(const value& from, std::int64_t least, std::int64_t most);
double decode_double(const value& from);
float decode_float(const value& from);
bool decode_bool(const value& from);
value encode_double(double from, dialect on);

} // namespace detail

/// A codec whose two functions are compiled in the runtime.
#define STRATA_COMPILED_CODEC(type)                                                                \
  template <>                                                                                      \
  struct codec<type> {                                                                             \
    static value encode(const type& from, dialect on);                                             \
    static type decode(const value& from, dialect on);                                             \
  }

STRATA_COMPILED_CODEC(std::string);
STRATA_COMPILED_CODEC(bytes);
STRATA_COMPILED_CODEC(uuid);
STRATA_COMPILED_CODEC(numeric);
STRATA_COMPILED_CODEC(json);
STRATA_COMPILED_CODEC(interval);
STRATA_COMPILED_CODEC(std::chrono::year_month_day);
STRATA_COMPILED_CODEC(std::chrono::microseconds); // the time of day, since midnight
STRATA_COMPILED_CODEC(std::chrono::sys_time<std::chrono::microseconds>);
STRATA_COMPILED_CODEC(std::chrono::local_time<std::chrono::microseconds>);
#undef STRATA_COMPILED_CODEC

/// Every integer type that counts. Databases have signed integers of up to 64 bits: a number
/// beyond them is refused.
template <detail::Number T>
struct codec<T> {
  static value encode(T from, dialect) { return detail::convert<std::int64_t>(from); }

  static T decode(const value& from, dialect) {
    return static_cast<T>(detail::decode_integer(
        from,
        std::is_signed_v<T> ? static_cast<std::int64_t>(std::numeric_limits<T>::min()) : 0,
        std::in_range<std::int64_t>(std::numeric_limits<T>::max())
            ? static_cast<std::int64_t>(std::numeric_limits<T>::max())
            : std::numeric_limits<std::int64_t>::max()));
  }
};

template <>
struct codec<double> {
  static value encode(double from, dialect on) { return detail::encode_double(from, on); }

  static double decode(const value& from, dialect) { return detail::decode_double(from); }
};

template <>
struct codec<float> {
  static value encode(float from, dialect on) {
    return detail::encode_double(static_cast<double>(from), on);
  }

  static float decode(const value& from, dialect) { return detail::decode_float(from); }
};

template <>
struct codec<bool> {
  static value encode(bool from, dialect on) {
    if (on == dialect::postgresql)
      return std::string(from ? "true" : "false");
    return std::int64_t{from};
  }

  static bool decode(const value& from, dialect) { return detail::decode_bool(from); }
};

template <typename T>
struct codec<std::optional<T>> {
  static value encode(const std::optional<T>& from, dialect on) {
    return from ? codec<T>::encode(*from, on) : value();
  }

  static std::optional<T> decode(const value& from, dialect on) {
    if (is_null(from))
      return std::nullopt;
    return codec<T>::decode(from, on);
  }
};

} // namespace strata
