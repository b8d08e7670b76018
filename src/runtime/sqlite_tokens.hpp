// The tokens of a SQL statement: words, names and single signs. Space and comments are left out.
#pragma once

#include <string>
#include <string_view>

namespace strata::detail {

struct sqlite_token {
  std::string text;
  bool is_name = false; ///< Quoted: never a keyword.
};

class sqlite_tokens {
public:
  explicit sqlite_tokens(std::string_view sql) : rest_(sql) { advance(); }

  bool at_end() const { return at_end_; }

  const sqlite_token& current() const { return current_; }

  /// Whether the current token is this keyword, given in capitals, or this sign.
  bool is(std::string_view keyword) const;

  /// Goes on behind the current token where it is this one.
  bool take(std::string_view keyword);

  std::string take_text();

  /// From an opening bracket behind its closing one.
  void skip_brackets();

  void advance();

private:
  void skip_space();
  void take_quoted(char mark);

  std::string_view rest_;
  sqlite_token current_;
  bool at_end_ = false;
};

} // namespace strata::detail
