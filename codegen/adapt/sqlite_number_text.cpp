// A token is looked at with its neighbours: Strata does not parse expressions, and what it does not
// follow here SQLite still compares by the column's affinity.
#include "codegen/adapt/sqlite_number_text.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace strata::codegen {
namespace {

struct piece {
  enum class kind { name, keyword, number, text, sign, open, close, comma };
  kind of = kind::sign;
  std::string value;     ///< Names as SQLite compares them, keywords in small letters.
  bool in_round = false; ///< Within round(…).
};

using pieces = std::vector<piece>;

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_digit_of(char c) { return c >= '0' && c <= '9'; }

bool is_letter_of(char c) {
  return (small(c) >= 'a' && small(c) <= 'z') || c == '_' || static_cast<unsigned char>(c) >= 0x80U;
}

bool is_number_keyword(std::string_view word) {
  static constexpr std::array<std::string_view, 18> all = {"and",
                                                           "or",
                                                           "not",
                                                           "between",
                                                           "in",
                                                           "is",
                                                           "null",
                                                           "like",
                                                           "glob",
                                                           "case",
                                                           "when",
                                                           "then",
                                                           "else",
                                                           "end",
                                                           "as",
                                                           "collate",
                                                           "escape",
                                                           "cast"};
  return std::find(all.begin(), all.end(), word) != all.end();
}

class number_lexer {
public:
  explicit number_lexer(std::string_view sql) : sql_(sql) {}

  pieces read() {
    while (at_ < sql_.size()) {
      step();
    }
    return std::move(all_);
  }

private:
  char peek(std::size_t ahead) const {
    return at_ + ahead < sql_.size() ? sql_[at_ + ahead] : '\0';
  }

  void step() {
    const char c = sql_[at_];
    if (c == '-' && peek(1) == '-') {
      skip_past("\n");
    } else if (c == '/' && peek(1) == '*') {
      skip_past("*/");
    } else if (c == '\'' || c == '"' || c == '`' || c == '[') {
      read_quoted(c == '[' ? ']' : c);
    } else if (is_letter_of(c)) {
      read_word();
    } else if (is_digit_of(c) || (c == '.' && is_digit_of(peek(1)))) {
      read_number();
    } else if (c == ' ' || (c >= '\t' && c <= '\r')) {
      ++at_;
    } else {
      read_sign();
    }
  }

  void skip_past(std::string_view end) {
    const auto found = sql_.find(end, at_ + 2);
    at_ = found == std::string_view::npos ? sql_.size() : found + end.size();
  }

  void read_quoted(char end) {
    const bool is_text = end == '\'';
    std::string value;
    for (++at_; at_ < sql_.size(); ++at_) {
      if (sql_[at_] == end) {
        if (end == ']' || peek(1) != end) {
          break;
        }
        ++at_;
      }
      value += is_text ? sql_[at_] : small(sql_[at_]);
    }
    ++at_;
    add(is_text ? piece::kind::text : piece::kind::name, std::move(value));
  }

  void read_word() {
    std::string word;
    while (is_letter_of(peek(0)) || is_digit_of(peek(0)) || peek(0) == '$') {
      word += small(sql_[at_++]);
    }
    const auto of = is_number_keyword(word) ? piece::kind::keyword : piece::kind::name;
    add(of, std::move(word));
  }

  void read_number() {
    const std::size_t begin = at_;
    while (is_letter_of(peek(0)) || is_digit_of(peek(0)) || peek(0) == '.' ||
           ((peek(0) == '-' || peek(0) == '+') && at_ > begin && small(sql_[at_ - 1]) == 'e')) {
      ++at_;
    }
    add(piece::kind::number, std::string(sql_.substr(begin, at_ - begin)));
  }

  void read_sign() {
    static constexpr std::array<std::string_view, 7> two = {
        "<=", ">=", "<>", "!=", "==", "||", "::"};
    const char c = sql_[at_];
    if (c == '(') {
      rounds_.push_back(in_round() || (!all_.empty() && all_.back().of == piece::kind::name &&
                                       all_.back().value == "round"));
      add(piece::kind::open, "(");
      ++at_;
    } else if (c == ')') {
      if (!rounds_.empty()) {
        rounds_.pop_back();
      }
      add(piece::kind::close, ")");
      ++at_;
    } else {
      const auto found = std::find(two.begin(), two.end(), sql_.substr(at_, 2));
      const std::size_t size = found == two.end() ? 1 : 2;
      add(c == ',' ? piece::kind::comma : piece::kind::sign, std::string(sql_.substr(at_, size)));
      at_ += size;
    }
  }

  bool in_round() const { return !rounds_.empty() && rounds_.back(); }

  void add(piece::kind of, std::string value) {
    all_.push_back({of, std::move(value), in_round()});
  }

  std::string_view sql_;
  std::size_t at_ = 0;
  pieces all_;
  std::vector<bool> rounds_; ///< For each open parenthesis, whether it is within round(…).
};

bool is_sign(const piece& one, std::string_view any) {
  return one.of == piece::kind::sign && one.value.size() == 1 &&
         any.find(one.value) != std::string_view::npos;
}

bool ends_operand(const piece& one) {
  return one.of == piece::kind::name || one.of == piece::kind::number ||
         one.of == piece::kind::text || one.of == piece::kind::close;
}

/// `a - b`, not `> -1`.
bool is_computation(const pieces& all, std::size_t at) {
  return is_sign(all[at], "+-*/%") && at > 0 && ends_operand(all[at - 1]);
}

/// What AND and OR join; the AND of a BETWEEN joins nothing.
std::vector<std::pair<std::size_t, std::size_t>> comparisons(const pieces& all) {
  std::vector<std::pair<std::size_t, std::size_t>> found;
  std::size_t begin = 0;
  bool between = false;
  for (std::size_t at = 0; at < all.size(); ++at) {
    const bool is_keyword = all[at].of == piece::kind::keyword;
    const std::string& word = all[at].value;
    if (is_keyword && word == "between") {
      between = true;
    } else if (is_keyword && word == "and" && between) {
      between = false;
    } else if (is_keyword && (word == "and" || word == "or" || word == "when" || word == "then" ||
                              word == "else" || word == "end")) {
      found.emplace_back(begin, at);
      begin = at + 1;
    }
  }
  found.emplace_back(begin, all.size());
  return found;
}

bool is_column(const pieces& all, std::size_t at) {
  const bool qualifies = at + 1 < all.size() && is_sign(all[at + 1], ".");
  const bool is_called = at + 1 < all.size() && all[at + 1].of == piece::kind::open;
  return all[at].of == piece::kind::name && !qualifies && !is_called;
}

bool is_order(const piece& one) {
  return one.of == piece::kind::sign &&
         (one.value == "<" || one.value == ">" || one.value == "<=" || one.value == ">=");
}

bool is_equality(const piece& one) {
  return one.of == piece::kind::sign &&
         (one.value == "=" || one.value == "==" || one.value == "<>" || one.value == "!=");
}

/// The one text of a number as SQLite makes it of a literal: `1.50` is 1.5, but `1.0` stays 1.0.
bool is_spelled_alike(const std::string& number) {
  const auto point = number.find('.');
  return number.find_first_not_of("0123456789.") == std::string::npos &&
         (point == std::string::npos ||
          number.find_first_not_of('0', point + 1) != std::string::npos);
}

class digits_search {
public:
  explicit digits_search(pieces all) : all_(std::move(all)) {}

  bool is_miscompared(std::size_t column) const {
    std::size_t left = column;
    while (left >= 2 && is_sign(all_[left - 1], ".")) {
      left -= 2; // "t"."c"
    }
    std::size_t right = column + 1;
    while (left > 0 && right < all_.size() && all_[left - 1].of == piece::kind::open &&
           all_[right].of == piece::kind::close && !is_called(left - 1)) {
      --left;
      ++right;
    }
    const bool before = left > 0 && is_wrong(left - 1, left >= 2 ? operand_before(left - 1) : npos);
    const bool after = right < all_.size() && is_wrong(right, operand_after(right));
    return before || after || (left > 0 && closes_between(left - 1)) || passes_through(left);
  }

private:
  static constexpr std::size_t npos = static_cast<std::size_t>(-1);

  bool is_called(std::size_t open) const {
    return open > 0 &&
           (all_[open - 1].of == piece::kind::name || all_[open - 1].of == piece::kind::keyword);
  }

  bool ends_comparison(std::size_t at) const {
    return at >= all_.size() || all_[at].of == piece::kind::keyword ||
           all_[at].of == piece::kind::close || all_[at].of == piece::kind::comma;
  }

  bool begins_comparison(std::size_t at) const {
    return at == npos || all_[at].of == piece::kind::keyword || all_[at].of == piece::kind::open ||
           all_[at].of == piece::kind::comma;
  }

  /// A value that is returned as it is has lost its column's affinity: it is a text.
  bool passes_through(std::size_t at) const {
    static constexpr std::array<std::string_view, 6> functions = {
        "coalesce", "ifnull", "nullif", "iif", "min", "max"};
    if (at > 0 && all_[at - 1].of == piece::kind::keyword &&
        (all_[at - 1].value == "then" || all_[at - 1].value == "else")) {
      return true;
    }
    int depth = 0;
    while (at > 0) {
      --at;
      depth += all_[at].of == piece::kind::close ? 1 : all_[at].of == piece::kind::open ? -1 : 0;
      if (depth < 0) {
        return at > 0 && all_[at - 1].of == piece::kind::name &&
               std::find(functions.begin(), functions.end(), all_[at - 1].value) != functions.end();
      }
    }
    return false;
  }

  /// The one token behind the sign; npos where there are more.
  std::size_t operand_after(std::size_t sign) const {
    std::size_t at = sign + 1;
    if (at < all_.size() && is_sign(all_[at], "-")) {
      ++at;
    }
    while (at + 2 < all_.size() && all_[at].of == piece::kind::name && is_sign(all_[at + 1], ".")) {
      at += 2;
    }
    return at < all_.size() && ends_comparison(at + 1) ? at : npos;
  }

  std::size_t operand_before(std::size_t sign) const {
    const std::size_t at = sign - 1;
    std::size_t begin = at;
    while (begin >= 2 && is_sign(all_[begin - 1], ".")) {
      begin -= 2;
    }
    if (begin > 0 && is_sign(all_[begin - 1], "-")) {
      --begin;
    }
    return begins_comparison(begin == 0 ? npos : begin - 1) ? at : npos;
  }

  bool is_wrong(std::size_t sign, std::size_t operand) const {
    const piece& one = all_[sign];
    if (one.of == piece::kind::keyword) {
      return one.value == "between";
    }
    if (!is_order(one) && !is_equality(one)) {
      return false;
    }
    if (operand == npos) {
      return true;
    }
    const piece& other = all_[operand];
    if (is_order(one)) {
      return other.of != piece::kind::number || other.value != "0";
    }
    return other.of == piece::kind::number ? !is_spelled_alike(other.value)
                                           : other.of != piece::kind::name;
  }

  /// BETWEEN … AND column.
  bool closes_between(std::size_t at) const {
    if (all_[at].of != piece::kind::keyword || all_[at].value != "and") {
      return false;
    }
    while (at > 0 && all_[at - 1].of != piece::kind::keyword) {
      --at;
    }
    return at > 0 && all_[at - 1].value == "between";
  }

  pieces all_;
};

} // namespace

std::optional<std::string>
computed_number(std::string_view sql, const std::function<bool(const std::string&)>& is_number) {
  const pieces all = number_lexer(sql).read();
  for (const auto& [begin, end] : comparisons(all)) {
    bool is_computed = false;
    std::optional<std::string> column;
    for (std::size_t at = begin; at < end; ++at) {
      is_computed = is_computed || (is_computation(all, at) && !all[at].in_round);
      if (!column && is_column(all, at) && is_number(all[at].value)) {
        column = all[at].value;
      }
    }
    if (is_computed && column) {
      return column;
    }
  }
  return std::nullopt;
}

std::optional<std::string>
compared_digits(std::string_view sql, const std::function<bool(const std::string&)>& is_digits) {
  const pieces all = number_lexer(sql).read();
  const digits_search search(all);
  for (std::size_t at = 0; at < all.size(); ++at) {
    if (is_column(all, at) && is_digits(all[at].value) && search.is_miscompared(at)) {
      return all[at].value;
    }
  }
  return std::nullopt;
}

bool computes(std::string_view sql) {
  const pieces all = number_lexer(sql).read();
  for (std::size_t at = 0; at < all.size(); ++at) {
    if (is_computation(all, at)) {
      return true;
    }
  }
  return false;
}

} // namespace strata::codegen
