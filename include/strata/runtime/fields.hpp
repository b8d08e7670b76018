// Reads a struct member by member, without being told its members.
#pragma once

#include <strata/runtime/row_reader.hpp>

#include <cstddef>
#include <type_traits>

namespace strata::detail {

/// How many members an aggregate has: as many as it can be given braces for. 17 says too many.
template <typename T>
constexpr std::size_t field_count() {
  // clang-format off
  if constexpr (requires { T{{}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}}; }) return 17;
  else if constexpr (requires { T{{}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}}; }) return 16;
  else if constexpr (requires { T{{}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}}; }) return 15;
  else if constexpr (requires { T{{}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}}; }) return 14;
  else if constexpr (requires { T{{}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}}; }) return 13;
  else if constexpr (requires { T{{}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}}; }) return 12;
  else if constexpr (requires { T{{}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}}; }) return 11;
  else if constexpr (requires { T{{}, {}, {}, {}, {}, {}, {}, {}, {}, {}}; }) return 10;
  else if constexpr (requires { T{{}, {}, {}, {}, {}, {}, {}, {}, {}}; }) return 9;
  else if constexpr (requires { T{{}, {}, {}, {}, {}, {}, {}, {}}; }) return 8;
  else if constexpr (requires { T{{}, {}, {}, {}, {}, {}, {}}; }) return 7;
  else if constexpr (requires { T{{}, {}, {}, {}, {}, {}}; }) return 6;
  else if constexpr (requires { T{{}, {}, {}, {}, {}}; }) return 5;
  else if constexpr (requires { T{{}, {}, {}, {}}; }) return 4;
  else if constexpr (requires { T{{}, {}, {}}; }) return 3;
  else if constexpr (requires { T{{}, {}}; }) return 2;
  else if constexpr (requires { T{{}}; }) return 1;
  else return 0;
  // clang-format on
}

template <typename... Ts>
void read_into(row_reader& from, Ts&... fields) {
  ((fields = from.template next<Ts>()), ...);
}

template <typename T>
T read_fields(row_reader& from) {
  constexpr auto count = field_count<T>();
  static_assert(count > 0 && count <= 16,
                "a row's struct has 1 to 16 members, each of which can be made from {}");
  T row{};
  // clang-format off
  if constexpr (count == 1) { auto& [m1] = row; read_into(from, m1); }
  if constexpr (count == 2) { auto& [m1, m2] = row; read_into(from, m1, m2); }
  if constexpr (count == 3) { auto& [m1, m2, m3] = row; read_into(from, m1, m2, m3); }
  if constexpr (count == 4) { auto& [m1, m2, m3, m4] = row; read_into(from, m1, m2, m3, m4); }
  if constexpr (count == 5) { auto& [m1, m2, m3, m4, m5] = row; read_into(from, m1, m2, m3, m4, m5); }
  if constexpr (count == 6) { auto& [m1, m2, m3, m4, m5, m6] = row; read_into(from, m1, m2, m3, m4, m5, m6); }
  if constexpr (count == 7) { auto& [m1, m2, m3, m4, m5, m6, m7] = row; read_into(from, m1, m2, m3, m4, m5, m6, m7); }
  if constexpr (count == 8) { auto& [m1, m2, m3, m4, m5, m6, m7, m8] = row; read_into(from, m1, m2, m3, m4, m5, m6, m7, m8); }
  if constexpr (count == 9) { auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9] = row; read_into(from, m1, m2, m3, m4, m5, m6, m7, m8, m9); }
  if constexpr (count == 10) { auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10] = row; read_into(from, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10); }
  if constexpr (count == 11) { auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11] = row; read_into(from, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11); }
  if constexpr (count == 12) { auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12] = row; read_into(from, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12); }
  if constexpr (count == 13) { auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13] = row; read_into(from, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13); }
  if constexpr (count == 14) { auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14] = row; read_into(from, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14); }
  if constexpr (count == 15) { auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15] = row; read_into(from, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15); }
  if constexpr (count == 16) { auto& [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16] = row; read_into(from, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16); }
  // clang-format on
  return row;
}

} // namespace strata::detail
