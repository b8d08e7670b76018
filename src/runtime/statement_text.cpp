// Skips what stands before a statement's first word.
#include "src/runtime/statement_text.hpp"

#include <strata/runtime/error.hpp>

#include <algorithm>

namespace strata::detail {
namespace {

/// Takes a comment off the front; PostgreSQL's may hold others.
std::string_view without_comment(std::string_view text) {
  if (text.starts_with("--"))
    return text.substr(std::min(text.find('\n'), text.size()));
  int depth = 0;
  for (std::size_t at = 0; at + 1 < text.size(); ++at) {
    const auto two = text.substr(at, 2);
    if (two == "/*") {
      ++depth;
      ++at;
    } else if (two == "*/") {
      ++at;
      if (--depth == 0)
        return text.substr(at + 1);
    }
  }
  return {};
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

} // namespace

void require_no_nul(std::string_view statements) {
  if (const auto at = statements.find('\0'); at != std::string_view::npos) {
    throw query_error("a statement holds the character NUL, behind which a database reads nothing; "
                      "take it out, or give the data as a parameter",
                      {.code = "R068", .statement = std::string(statements.substr(0, at))});
  }
}

std::string first_word(std::string_view statement) {
  for (;;) {
    const auto begin = statement.find_first_not_of(" \t\r\n\f\v;(");
    if (begin == std::string_view::npos)
      return {};
    statement.remove_prefix(begin);
    if (!statement.starts_with("--") && !statement.starts_with("/*"))
      break;
    statement = without_comment(statement);
  }
  const auto* const end = std::find_if_not(statement.begin(), statement.end(), is_letter);
  std::string word(statement.begin(), end);
  std::ranges::transform(word, word.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  return word;
}

} // namespace strata::detail
