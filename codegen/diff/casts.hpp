// What PostgreSQL does with a column's values when its type changes and nobody says how.
#pragma once

#include "codegen/diff/cast_catalogue.hpp"

#include <strata/model/type.hpp>

#include <string>

namespace strata::codegen {

/// What becomes of values when one type is cast to another, lengths and digits included.
struct cast_facts {
  cast_way way = cast_way::none;
  bool may_fail = false; ///< It refuses values that do not fit.
  std::string loses;     ///< What is lost without an error; empty: nothing.
  cast_setting setting = cast_setting::none;

  friend bool operator==(const cast_facts&, const cast_facts&) = default;
};

/// Of domains, what they are over is to be given.
cast_facts cast_facts_of(const model::data_type& from, const model::data_type& to);

/// Whether the column's rows stay as they are on disk.
bool is_catalogue_change(const model::data_type& from, const model::data_type& to);

/// Whether reading the text of a value gives what the cast would, or an error.
bool is_read_by_text(const model::data_type& from, const model::data_type& to);

enum class cast {
  exact,        ///< Every value survives as it is.
  checked,      ///< Values survive or the change fails: `bigint` to `integer`.
  lossy,        ///< Values are rounded or cut without a word: `numeric` to `integer`.
  by_time_zone, ///< The session's time zone decides.
  none,         ///< It needs an expression, if only `column::type`.
};

/// The same in one word.
cast cast_between(const model::data_type& from, const model::data_type& to);

} // namespace strata::codegen
