// How SQLite keeps a numeric column, and its values brought from one form to another.
#pragma once

#include <strata/model/column.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace strata::codegen::sql {

enum class number_form {
  real,      ///< A binary fraction, which gives back each number of up to fifteen digits.
  digits,    ///< Text of any length, one for each number.
  found_text ///< Text as earlier releases of Strata kept it: 1.5 and 1.50 are two.
};

/// `column::sqlite_type` of a numeric column in a version that an earlier release sealed. The
/// generator puts it there when it reads the lock; no declaration can say it.
inline constexpr std::string_view found_text_words = "\x01numeric as text";

/// Null of other types, and of columns with words of their own for SQLite.
std::optional<number_form> number_form_of(const model::column& column);

/// Whether the declaration chose the words for SQLite itself.
bool has_own_sqlite_words(const model::column& column);

/// `-1.5` of `-01.50`: the one text of each number. Null where it is not a plain decimal number.
std::optional<std::string> one_text(std::string_view number);

/// The expression that makes of `name`, a column of `from`, what a column of `to` keeps; empty
/// where its affinity does.
std::string
number_conversion(const std::string& name, const model::column& from, const model::column& to);

/// The same into a text of as many places as PostgreSQL's has.
std::string number_to_text(const std::string& name, const model::column& from);

} // namespace strata::codegen::sql
