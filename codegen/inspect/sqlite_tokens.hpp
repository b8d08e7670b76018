// SQLite keeps declarations as the text they were written in; this reads that text as tokens.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace strata::codegen {

/// One token. `text` is as written; `value` is a name or a string without its quotes.
struct sqlite_token {
  enum class kind {
    word,        ///< A keyword or a bare name.
    quoted_name, ///< "name", [name] or `name`.
    string,      ///< 'text'
    blob,        ///< x'00ff'
    number,
    punctuation, ///< An operator, a parenthesis, a comma.
  };
  kind of = kind::punctuation;
  std::string text;
  std::string value;
  std::size_t end = 0; ///< The place after it in the text it was read from.

  bool is(std::string_view punctuation) const {
    return of == kind::punctuation && text == punctuation;
  }

  /// Whether it is this keyword, given in capitals.
  bool is_word(std::string_view keyword) const;
};

using sqlite_tokens = std::vector<sqlite_token>;

/// Comments and white space are left out. A quotation that never ends runs to the end of the text.
sqlite_tokens tokenize_sqlite(std::string_view sql);

/// The tokens from `begin` up to `end` in one spelling: keywords in capitals, names without quotes
/// they do not need, one way to place blanks. Two texts that SQLite reads alike come out alike,
/// but for parentheses that change nothing.
std::string spell_sqlite(const sqlite_tokens& tokens, std::size_t begin, std::size_t end);

/// The same for a whole text.
std::string spell_sqlite(std::string_view sql);

} // namespace strata::codegen
