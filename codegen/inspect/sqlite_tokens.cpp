// Every quoting form and comment of SQLite, and the one spelling that texts are compared in.
#include "codegen/inspect/sqlite_tokens.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <array>

namespace strata::codegen {
namespace {

using kind = sqlite_token::kind;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Bytes above 0x7f belong to names.
bool is_name_start(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool is_name_part(char c) { return is_name_start(c) || is_digit(c) || c == '$'; }

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

class tokenizer {
public:
  explicit tokenizer(std::string_view sql) : sql_(sql) {}

  sqlite_tokens read() {
    sqlite_tokens tokens;
    for (skip_blanks(); at_ < sql_.size(); skip_blanks()) {
      const std::size_t start = at_;
      sqlite_token token = next();
      token.text = sql_.substr(start, at_ - start);
      token.end = at_;
      if (token.of == kind::word) {
        token.value = token.text;
      }
      tokens.push_back(std::move(token));
    }
    return tokens;
  }

private:
  char peek(std::size_t ahead = 0) const {
    return at_ + ahead < sql_.size() ? sql_[at_ + ahead] : '\0';
  }

  bool starts(std::string_view with) const { return sql_.substr(at_).starts_with(with); }

  void skip_to(std::string_view end) {
    const auto found = sql_.find(end, at_ + 2);
    at_ = found == std::string_view::npos ? sql_.size() : found + end.size();
  }

  void skip_blanks() {
    while (at_ < sql_.size()) {
      const char c = peek();
      if (c == ' ' || (c >= '\t' && c <= '\r')) {
        ++at_;
      } else if (starts("--")) {
        skip_to("\n");
      } else if (starts("/*")) {
        skip_to("*/");
      } else {
        return;
      }
    }
  }

  sqlite_token next() {
    const char c = peek();
    if (c == '"' || c == '`')
      return {kind::quoted_name, {}, quoted(c)};
    if (c == '[')
      return {kind::quoted_name, {}, bracketed()};
    if (c == '\'')
      return {kind::string, {}, quoted(c)};
    if ((c == 'x' || c == 'X') && peek(1) == '\'') {
      ++at_;
      return {kind::blob, {}, quoted('\'')};
    }
    if (is_name_start(c)) {
      while (is_name_part(peek()))
        ++at_;
      return {kind::word, {}, {}};
    }
    if (is_digit(c) || (c == '.' && is_digit(peek(1)))) {
      read_number();
      return {kind::number, {}, {}};
    }
    read_operator();
    return {kind::punctuation, {}, {}};
  }

  std::string quoted(char quote) {
    std::string value;
    for (++at_; at_ < sql_.size(); ++at_) {
      if (peek() == quote) {
        if (peek(1) != quote) {
          ++at_;
          break;
        }
        ++at_;
      }
      value += peek();
    }
    return value;
  }

  std::string bracketed() {
    const auto end = std::min(sql_.find(']', at_), sql_.size());
    std::string value(sql_.substr(at_ + 1, end - at_ - 1));
    at_ = std::min(end + 1, sql_.size());
    return value;
  }

  void read_number() {
    const bool is_hexadecimal = starts("0x") || starts("0X");
    for (++at_; is_name_part(peek()) || peek() == '.' || is_exponent_sign(is_hexadecimal); ++at_) {
    }
  }

  bool is_exponent_sign(bool is_hexadecimal) const {
    return !is_hexadecimal && (peek() == '+' || peek() == '-') && upper(sql_[at_ - 1]) == 'E';
  }

  void read_operator() {
    static constexpr std::array<std::string_view, 10> long_ones = {
        "->>", "->", "||", "<<", ">>", "<=", ">=", "<>", "!=", "=="};
    const auto* found =
        std::ranges::find_if(long_ones, [this](std::string_view each) { return starts(each); });
    at_ += found == long_ones.end() ? 1 : found->size();
  }

  std::string_view sql_;
  std::size_t at_ = 0;
};

bool is_keyword(std::string_view word) {
  return sqlite3_keyword_check(word.data(), static_cast<int>(word.size())) != 0;
}

std::string doubled(std::string_view text, char quote) {
  std::string out(1, quote);
  for (const char c : text) {
    out += c;
    if (c == quote)
      out += c;
  }
  return out + quote;
}

std::string spell_name(const std::string& name) {
  const bool is_bare = !name.empty() && is_name_start(name.front()) &&
                       std::ranges::all_of(name, is_name_part) && !is_keyword(name);
  return is_bare ? name : doubled(name, '"');
}

std::string spell(const sqlite_token& token) {
  if (token.of == kind::quoted_name)
    return spell_name(token.value);
  if (token.of == kind::word && is_keyword(token.text)) {
    std::string capitals = token.text;
    std::ranges::transform(capitals, capitals.begin(), upper);
    return capitals;
  }
  return token.text;
}

/// Whether something that can end a value: after it, a sign is an operator.
bool ends_value(const sqlite_token& token) {
  if (token.of == kind::word)
    return !is_keyword(token.text);
  return token.of != kind::punctuation || token.is(")");
}

/// Whether `tokens[at]` stands right after its predecessor.
bool is_tight(const sqlite_tokens& tokens, std::size_t begin, std::size_t at) {
  const sqlite_token& before = tokens[at - 1];
  const sqlite_token& token = tokens[at];
  if (before.is("(") || before.is("."))
    return true;
  if (token.is(")") || token.is(",") || token.is(".") || token.is(";"))
    return true;
  if (token.is("(")) {
    return before.of == kind::quoted_name || (before.of == kind::word && !is_keyword(before.text));
  }
  const bool after_sign = before.is("-") || before.is("+");
  return after_sign && token.of == kind::number && (at - 1 == begin || !ends_value(tokens[at - 2]));
}

} // namespace

bool sqlite_token::is_word(std::string_view keyword) const {
  return of == kind::word && std::ranges::equal(text, keyword, {}, upper);
}

sqlite_tokens tokenize_sqlite(std::string_view sql) { return tokenizer(sql).read(); }

std::string spell_sqlite(const sqlite_tokens& tokens, std::size_t begin, std::size_t end) {
  std::string out;
  for (std::size_t at = begin; at < end; ++at) {
    if (at != begin && !is_tight(tokens, begin, at)) {
      out += ' ';
    }
    out += spell(tokens[at]);
  }
  return out;
}

std::string spell_sqlite(std::string_view sql) {
  const sqlite_tokens tokens = tokenize_sqlite(sql);
  return spell_sqlite(tokens, 0, tokens.size());
}

} // namespace strata::codegen
