// Reading SQL token by token, with SQLite's four ways to quote a name.
#include "src/runtime/sqlite_tokens.hpp"

#include <algorithm>
#include <cctype>

namespace strata::detail {
namespace {

bool is_word(char c) {
  const auto code = static_cast<unsigned char>(c);
  return std::isalnum(code) != 0 || c == '_' || c == '$' || code >= 0x80;
}

bool equals_keyword(char a, char b) { return std::toupper(static_cast<unsigned char>(a)) == b; }

} // namespace

bool sqlite_tokens::is(std::string_view keyword) const {
  return !at_end_ && !current_.is_name &&
         std::ranges::equal(current_.text, keyword, equals_keyword);
}

bool sqlite_tokens::take(std::string_view keyword) {
  if (!is(keyword))
    return false;
  advance();
  return true;
}

std::string sqlite_tokens::take_text() {
  std::string text = current_.text;
  advance();
  return text;
}

void sqlite_tokens::skip_brackets() {
  int depth = 0;
  do {
    if (is("("))
      ++depth;
    if (is(")"))
      --depth;
    advance();
  } while (depth > 0 && !at_end_);
}

void sqlite_tokens::advance() {
  skip_space();
  at_end_ = rest_.empty();
  current_ = {};
  if (at_end_)
    return;
  const char c = rest_.front();
  if (c == '"' || c == '`' || c == '\'' || c == '[') {
    take_quoted(c == '[' ? ']' : c);
  } else if (is_word(c)) {
    const auto end = std::ranges::find_if_not(rest_, is_word);
    const auto size = static_cast<std::size_t>(end - rest_.begin());
    current_.text = rest_.substr(0, size);
    rest_.remove_prefix(size);
  } else {
    current_.text = c;
    rest_.remove_prefix(1);
  }
}

void sqlite_tokens::skip_space() {
  while (!rest_.empty()) {
    if (rest_.starts_with("--")) {
      rest_.remove_prefix(std::min(rest_.find('\n'), rest_.size()));
    } else if (rest_.starts_with("/*")) {
      const auto end = rest_.find("*/", 2);
      rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 2);
    } else if (std::isspace(static_cast<unsigned char>(rest_.front())) != 0) {
      rest_.remove_prefix(1);
    } else {
      return;
    }
  }
}

void sqlite_tokens::take_quoted(char mark) {
  current_.is_name = true;
  rest_.remove_prefix(1);
  while (!rest_.empty()) {
    const char c = rest_.front();
    rest_.remove_prefix(1);
    if (c == mark && !(mark != ']' && rest_.starts_with(mark)))
      return;
    if (c == mark)
      rest_.remove_prefix(1);
    current_.text += c;
  }
}

} // namespace strata::detail
