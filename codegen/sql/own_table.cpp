// Names in every quoting form of SQLite; one counts as the table's where a point follows it.
#include "codegen/sql/own_table.hpp"

#include <algorithm>
#include <optional>

namespace strata::codegen::sql {
namespace {

char folded_letter(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_same_name(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
    return folded_letter(x) == folded_letter(y);
  });
}

bool is_name_byte(char c) {
  const char low = folded_letter(c);
  return (low >= 'a' && low <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '$' ||
         static_cast<unsigned char>(c) >= 0x80U;
}

bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

/// Copies an expression, and drops what names the table.
class qualifier_filter {
public:
  qualifier_filter(std::string_view text, std::string_view table) : text_(text), table_(table) {}

  std::string run() {
    while (at_ < text_.size()) {
      const std::size_t begin = at_;
      const std::optional<std::string> name = take_name();
      if (!name) {
        take_other();
        bare_.append(text_, begin, at_ - begin);
      } else if (!drop_qualifiers(*name)) {
        bare_.append(text_, begin, at_ - begin);
        take_members(); // Of another object: `other.t` is no name of this table.
      }
    }
    return bare_;
  }

private:
  char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }

  std::optional<std::string> take_name() {
    const char c = peek();
    if (c == '"' || c == '`' || c == '[') {
      return take_quoted(c == '[' ? ']' : c);
    }
    if (!is_name_byte(c) || (c >= '0' && c <= '9')) {
      return std::nullopt;
    }
    const std::size_t begin = at_;
    while (is_name_byte(peek())) {
      ++at_;
    }
    return std::string(text_.substr(begin, at_ - begin));
  }

  std::string take_quoted(char end) {
    std::string value;
    for (++at_; at_ < text_.size(); ++at_) {
      if (peek() == end) {
        if (end == ']' || peek(1) != end) {
          ++at_;
          break;
        }
        ++at_;
      }
      value += peek();
    }
    return value;
  }

  /// One byte, or a whole string or comment.
  void take_other() {
    if (peek() == '\'') {
      take_quoted('\'');
    } else if (!take_comment()) {
      ++at_;
    }
  }

  bool take_comment() {
    const std::string_view next = text_.substr(at_, 2);
    if (next != "--" && next != "/*") {
      return false;
    }
    const std::string_view end = next == "--" ? "\n" : "*/";
    const auto found = text_.find(end, at_ + 2);
    at_ = found == std::string_view::npos ? text_.size() : found + end.size();
    return true;
  }

  void take_blanks() {
    while (take_comment() || is_blank(peek())) {
      at_ += is_blank(peek()) ? 1 : 0;
    }
  }

  /// Goes behind a point and the blanks around it, or stays.
  bool take_point() {
    const std::size_t before = at_;
    take_blanks();
    if (peek() != '.') {
      at_ = before;
      return false;
    }
    ++at_;
    take_blanks();
    return true;
  }

  bool drop_qualifiers(const std::string& name) {
    const std::size_t before = at_;
    if (is_same_name(name, table_) && take_point()) {
      return true;
    }
    if (is_same_name(name, "main") && take_point()) {
      const std::optional<std::string> next = take_name();
      if (next && is_same_name(*next, table_) && take_point()) {
        return true;
      }
    }
    at_ = before;
    return false;
  }

  void take_members() {
    const std::size_t begin = at_;
    while (take_point() && take_name()) {
    }
    bare_.append(text_, begin, at_ - begin);
  }

  std::string_view text_;
  std::string_view table_;
  std::size_t at_ = 0;
  std::string bare_;
};

} // namespace

std::string without_own_table(std::string_view expression, std::string_view table) {
  return qualifier_filter(expression, table).run();
}

} // namespace strata::codegen::sql
