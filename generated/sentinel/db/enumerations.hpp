// The schema's enumerations. Printed by Strata: changes belong into the schema.
#pragma once

#include <strata/runtime/enumeration.hpp>

#include <array>
#include <string_view>

namespace sentinel::db {

enum class alert_type {
  violation,
  camera_offline,
  threshold,
};

using strata::from_string;
using strata::to_string;

} // namespace sentinel::db

namespace strata {

template <>
struct enumeration_names<sentinel::db::alert_type> {
  static constexpr std::array<std::string_view, 3> names{
    "violation",
    "camera_offline",
    "threshold",
  };
};

} // namespace strata
