// Walks over the tokens of one declaration that SQLite keeps.
#pragma once

#include "codegen/inspect/sqlite_tokens.hpp"

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace strata::codegen {

/// Every function that finds something else than it must throws inspection_error.
class sqlite_cursor {
public:
  explicit sqlite_cursor(std::string_view sql);

  bool at_end() const { return at_ == tokens_.size(); }

  bool sees(std::string_view punctuation) const {
    return !at_end() && tokens_[at_].is(punctuation);
  }

  bool sees_word(std::string_view keyword) const {
    return !at_end() && tokens_[at_].is_word(keyword);
  }

  /// Whether the next token is one of these keywords.
  bool sees_one_of(std::initializer_list<std::string_view> keywords) const;

  bool accept(std::string_view punctuation);
  bool accept_word(std::string_view keyword);
  void expect(std::string_view punctuation);
  void expect_word(std::string_view keyword);

  /// The next token's value, as a name.
  std::string name();

  /// `(a, b)` as names.
  std::vector<std::string> names();

  /// What stands between the next parenthesis and the one that closes it, spelled.
  std::string parenthesised();

  /// One token, or all up to its closing parenthesis if it opens one, spelled.
  std::string one();

  /// Passes all up to a comma or a closing parenthesis of this level.
  void skip_item();

  /// Where the parenthesis that opens at `open` closes; the number of tokens if it never does.
  std::size_t closes(std::size_t open) const;

  /// All tokens that are left, spelled, and then none is left.
  std::string rest();

  std::size_t position() const { return at_; }

  std::string spelled(std::size_t begin, std::size_t end) const {
    return spell_sqlite(tokens_, begin, end);
  }

  const sqlite_token& token(std::size_t at) const { return tokens_[at]; }

  const std::string& text() const { return sql_; }

  void skip() { ++at_; }

private:
  [[noreturn]] void fail(std::string_view wanted) const;

  std::string sql_;
  sqlite_tokens tokens_;
  std::size_t at_ = 0;
};

/// SQLite's own collations are spelled in capitals, however they were written.
std::string collation_of(std::string name);

} // namespace strata::codegen
