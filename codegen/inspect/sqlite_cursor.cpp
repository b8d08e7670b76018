// Walking over tokens, with parentheses matched.
#include "codegen/inspect/sqlite_cursor.hpp"

#include "codegen/inspect/inspection_error.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>

namespace strata::codegen {

sqlite_cursor::sqlite_cursor(std::string_view sql) : sql_(sql), tokens_(tokenize_sqlite(sql)) {}

bool sqlite_cursor::sees_one_of(std::initializer_list<std::string_view> keywords) const {
  return std::ranges::any_of(keywords, [this](std::string_view each) { return sees_word(each); });
}

bool sqlite_cursor::accept(std::string_view punctuation) {
  if (!sees(punctuation))
    return false;
  ++at_;
  return true;
}

bool sqlite_cursor::accept_word(std::string_view keyword) {
  if (!sees_word(keyword))
    return false;
  ++at_;
  return true;
}

void sqlite_cursor::expect(std::string_view punctuation) {
  if (!accept(punctuation))
    fail(punctuation);
}

void sqlite_cursor::expect_word(std::string_view keyword) {
  if (!accept_word(keyword))
    fail(keyword);
}

std::string sqlite_cursor::name() {
  using kind = sqlite_token::kind;
  if (at_end())
    fail("a name");
  const sqlite_token& token = tokens_[at_];
  // A string can stand where a name stands.
  if (token.of != kind::word && token.of != kind::quoted_name && token.of != kind::string) {
    fail("a name");
  }
  ++at_;
  return token.value;
}

std::vector<std::string> sqlite_cursor::names() {
  std::vector<std::string> all;
  expect("(");
  do {
    all.push_back(name());
  } while (accept(","));
  expect(")");
  return all;
}

std::size_t sqlite_cursor::closes(std::size_t open) const {
  int depth = 0;
  for (std::size_t at = open; at < tokens_.size(); ++at) {
    depth += tokens_[at].is("(") ? 1 : tokens_[at].is(")") ? -1 : 0;
    if (depth == 0)
      return at;
  }
  return tokens_.size();
}

std::string sqlite_cursor::parenthesised() {
  const std::size_t begin = at_;
  expect("(");
  at_ = closes(begin);
  expect(")");
  return spelled(begin + 1, at_ - 1);
}

std::string sqlite_cursor::one() {
  if (sees("("))
    return parenthesised();
  if (at_end())
    fail("a value");
  ++at_;
  return spelled(at_ - 1, at_);
}

void sqlite_cursor::skip_item() {
  while (!at_end() && !sees(",") && !sees(")")) {
    at_ = sees("(") ? std::min(closes(at_) + 1, tokens_.size()) : at_ + 1;
  }
}

std::string sqlite_cursor::rest() {
  const std::size_t begin = at_;
  at_ = tokens_.size();
  return spelled(begin, at_);
}

void sqlite_cursor::fail(std::string_view wanted) const {
  throw inspection_error(
      {fmt::format("a declaration without {} where it must stand, before `{}`: {}",
                   wanted,
                   at_end() ? "its end" : tokens_[at_].text,
                   sql_)});
}

std::string collation_of(std::string name) {
  for (const char* own : {"BINARY", "NOCASE", "RTRIM"}) {
    if (sqlite3_stricmp(name.c_str(), own) == 0)
      return own;
  }
  return name;
}

} // namespace strata::codegen
