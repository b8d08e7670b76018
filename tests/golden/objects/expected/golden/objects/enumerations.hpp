// The schema's enumerations. Printed by Strata: changes belong into the schema.
#pragma once

#include <strata/runtime/enumeration.hpp>

#include <array>
#include <string_view>

namespace golden::objects {

/// of a site
enum class mood {
  calm,
  it_s_loud,
};

using strata::from_string;
using strata::to_string;

} // namespace golden::objects

namespace strata {

template <>
struct enumeration_names<golden::objects::mood> {
  static constexpr std::array<std::string_view, 2> names{
    "calm",
    "it's loud",
  };
};

} // namespace strata
