// pg_cast between built-in types, with what each cast does to values.
#pragma once

#include <span>
#include <string_view>

namespace strata::codegen {

/// How PostgreSQL gets from one type to another.
enum class cast_way {
  assignment, ///< By itself.
  written,    ///< Where it is written: `column::type`.
  none,       ///< Not at all: it needs an expression.
};

/// A setting of the session that decides what a value becomes.
enum class cast_setting { none, time_zone, date_style, interval_style, lc_monetary };

/// Types are named as in pg_type; lengths and digits are not looked at.
struct catalogued_cast {
  std::string_view from;
  std::string_view to;
  cast_way way = cast_way::assignment;
  bool may_fail = false;
  std::string_view loses{}; ///< What is lost without an error; empty: nothing.
  cast_setting setting = cast_setting::none;
};

/// Those to and from text that stand for reading and writing texts are casts.cpp's.
std::span<const catalogued_cast> catalogued_casts();

/// Null: pg_cast has none.
const catalogued_cast* find_cast(std::string_view from, std::string_view to);

} // namespace strata::codegen
