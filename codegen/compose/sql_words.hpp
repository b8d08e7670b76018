// The identifiers in SQL that Strata does not otherwise look into: enough to tell whether a body
// mentions a column, and to follow a rename through an expression.
#pragma once

#include <strata/model/dialect.hpp>

#include <cstddef>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace strata::codegen {

struct sql_word {
  std::string name;      ///< As the database reads it: folded to lower case unless quoted.
  std::size_t begin = 0; ///< With the quotes.
  std::size_t end = 0;
  bool is_quoted = false;
  bool is_call = false; ///< A parenthesis follows: a function's name.
};

/// All identifiers and key words outside of strings and comments. What stands between dollar
/// quotes is read as code, since it is a function's body.
std::vector<sql_word> words_of(std::string_view sql);

/// Whether the text of either database names it, as something that is not called.
bool mentions(const model::sql_text& text, std::string_view name);

/// All that the text of either database names so.
std::set<std::string> mentioned_names(const model::sql_text& text);

/// The text with each word that `rename` gives another name to under that name.
std::string replace_words(const std::string& sql,
                          const std::function<std::string(const std::string&)>& rename);

} // namespace strata::codegen
