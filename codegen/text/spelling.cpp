// The text becomes a tree of tokens and brackets; what is spelled in two ways is turned into one.
#include "codegen/text/spelling.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <utility>
#include <vector>

namespace strata::codegen {
namespace {

/// A token, or what stands within a pair of brackets.
struct spelled {
  std::string token; ///< `(` or `[` of a pair.
  std::vector<spelled> within;

  friend bool operator==(const spelled&, const spelled&) = default;
};

using spelled_list = std::vector<spelled>;

bool is_name_part(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '$' ||
         static_cast<unsigned char>(c) >= 0x80;
}

class spelling_reader {
public:
  explicit spelling_reader(std::string_view sql) : sql_(sql) {}

  spelled_list read() { return list('\0'); }

private:
  spelled_list list(char end) {
    spelled_list all;
    while (at_ < sql_.size()) {
      const char c = sql_[at_];
      if (std::isspace(static_cast<unsigned char>(c)) != 0) {
        ++at_;
      } else if (c == ')' || c == ']') {
        ++at_;
        if (c == end) {
          return all;
        }
        all.push_back({std::string(1, c), {}}); // Of no pair: then it is no expression.
      } else if (c == '(' || c == '[') {
        ++at_;
        all.push_back({std::string(1, c), list(c == '(' ? ')' : ']')});
      } else {
        const std::size_t begin = at_;
        skip_token();
        all.push_back({std::string(sql_.substr(begin, at_ - begin)), {}});
      }
    }
    return all;
  }

  void skip_token() {
    const char c = sql_[at_];
    if (c == '\'' || c == '"') {
      skip_quoted(c, c == '\'' && follows_escape_mark());
    } else if (c == '$' && skip_dollar_quoted()) {
      return;
    } else if (is_name_part(c)) {
      while (at_ < sql_.size() && (is_name_part(sql_[at_]) || is_point_of_number())) {
        ++at_;
      }
    } else if (sql_.substr(at_, 2) == "::") {
      at_ += 2;
    } else {
      ++at_;
    }
  }

  bool follows_escape_mark() const {
    return at_ > 0 && (sql_[at_ - 1] == 'E' || sql_[at_ - 1] == 'e') &&
           (at_ == 1 || !is_name_part(sql_[at_ - 2]));
  }

  bool is_point_of_number() const {
    return sql_[at_] == '.' && at_ + 1 < sql_.size() &&
           std::isdigit(static_cast<unsigned char>(sql_[at_ + 1])) != 0 &&
           std::isdigit(static_cast<unsigned char>(sql_[at_ - 1])) != 0;
  }

  void skip_quoted(char quote, bool has_escapes) {
    for (++at_; at_ < sql_.size(); ++at_) {
      if (has_escapes && sql_[at_] == '\\') {
        ++at_;
      } else if (sql_[at_] == quote) {
        ++at_;
        if (at_ >= sql_.size() || sql_[at_] != quote) {
          return;
        }
      }
    }
    at_ = std::min(at_, sql_.size());
  }

  bool skip_dollar_quoted() {
    std::size_t end = at_ + 1;
    while (end < sql_.size() && is_name_part(sql_[end]) && sql_[end] != '$') {
      ++end;
    }
    if (end >= sql_.size() || sql_[end] != '$') {
      return false;
    }
    const std::string_view tag = sql_.substr(at_, end + 1 - at_);
    const std::size_t close = sql_.find(tag, end + 1);
    at_ = close == std::string_view::npos ? sql_.size() : close + tag.size();
    return true;
  }

  std::string_view sql_;
  std::size_t at_ = 0;
};

bool is_word(const spelled& of, std::string_view word) { return of.token == word; }

bool is_parentheses(const spelled& of) { return of.token == "("; }

bool is_brackets(const spelled& of) { return of.token == "["; }

bool is_name(const spelled& of) {
  return !of.token.empty() && (is_name_part(of.token.front()) || of.token.front() == '"');
}

/// Whether a list that begins or ends at this token is a whole operand there.
bool is_edge(const spelled& of) {
  constexpr std::array<std::string_view, 9> words = {
      ",", "WHERE", "HAVING", "ON", "WHEN", "THEN", "ELSE", "RETURN", "GROUP"};
  return std::find(words.begin(), words.end(), of.token) != words.end();
}

bool has_word(const spelled_list& in, std::string_view word) {
  return std::any_of(in.begin(), in.end(), [&](const spelled& each) { return each.token == word; });
}

/// Where the type after `::` ends: at names, points between them, a modifier and `[]`.
std::size_t end_of_type(const spelled_list& in, std::size_t at) {
  constexpr std::array<std::string_view, 6> further = {
      "varying", "precision", "without", "with", "time", "zone"};
  if (at < in.size() && is_name(in[at])) {
    ++at;
  }
  while (at < in.size()) {
    const bool goes_on = std::find(further.begin(), further.end(), in[at].token) != further.end() ||
                         is_parentheses(in[at]) || (is_brackets(in[at]) && in[at].within.empty());
    if (goes_on) {
      ++at;
    } else if (is_word(in[at], ".") && at + 1 < in.size() && is_name(in[at + 1])) {
      at += 2;
    } else {
      break;
    }
  }
  return at;
}

/// Whether it is one thing with casts behind it, which binds closer than all around it.
bool is_cast(const spelled_list& in) {
  std::size_t at = 1;
  if (in.empty()) {
    return false;
  }
  if (is_word(in[0], "ARRAY") && in.size() > 1 && is_brackets(in[1])) {
    at = 2;
  } else if (!is_name(in[0]) && in[0].token.front() != '\'' && !is_parentheses(in[0])) {
    return false;
  }
  while (at < in.size()) {
    const std::size_t end = is_word(in[at], "::") ? end_of_type(in, at + 1) : at;
    if (end <= at + 1) {
      return false;
    }
    at = end;
  }
  return true;
}

spelled_list plainly(spelled_list in);

/// Whether parentheses after it are those of a call, for all that is not known better.
bool may_be_called(const spelled& of) {
  constexpr std::array<std::string_view, 9> words = {
      "AND", "OR", "NOT", "SELECT", "DISTINCT", "BY", "DEFAULT", "CASE", "AS"};
  return is_name(of) && !is_edge(of) &&
         std::find(words.begin(), words.end(), of.token) == words.end();
}

/// `(x::a)::b` is `x::a::b`.
void open_casts(spelled_list& in) {
  for (std::size_t at = 0; at + 1 < in.size(); ++at) {
    const bool is_call = at > 0 && may_be_called(in[at - 1]);
    if (is_parentheses(in[at]) && is_word(in[at + 1], "::") && !is_call && is_cast(in[at].within)) {
      spelled_list within = std::move(in[at].within);
      in.erase(in.begin() + static_cast<std::ptrdiff_t>(at));
      in.insert(in.begin() + static_cast<std::ptrdiff_t>(at), within.begin(), within.end());
    }
  }
}

spelled_list cast_of(spelled_list element, const spelled_list& type) {
  if (!is_cast(element)) {
    element = {{"(", std::move(element)}};
  }
  element.push_back({"::", {}});
  element.insert(element.end(), type.begin(), type.end());
  return plainly(std::move(element));
}

/// Each element of the array as of that type.
spelled_list cast_elements(const spelled_list& elements, const spelled_list& type) {
  spelled_list made;
  spelled_list element;
  const auto finish = [&] {
    for (spelled& each : cast_of(std::exchange(element, {}), type)) {
      made.push_back(std::move(each));
    }
  };
  for (const spelled& each : elements) {
    if (is_word(each, ",")) {
      finish();
      made.push_back(each);
    } else {
      element.push_back(each);
    }
  }
  if (!element.empty()) {
    finish();
  }
  return made;
}

/// `ARRAY[a, b]::t[]` is `ARRAY[a::t, b::t]`.
void cast_arrays(spelled_list& in) {
  for (std::size_t at = 0; at + 3 < in.size(); ++at) {
    if (!is_word(in[at], "ARRAY") || !is_brackets(in[at + 1]) || !is_word(in[at + 2], "::") ||
        in[at + 1].within.empty() || is_word(in[at + 1].within.front(), "ARRAY")) {
      continue;
    }
    const std::size_t end = end_of_type(in, at + 3);
    const auto begin = in.begin() + static_cast<std::ptrdiff_t>(at);
    if (end < at + 5 || !is_brackets(in[end - 1])) {
      continue;
    }
    const spelled_list type(begin + 3, in.begin() + static_cast<std::ptrdiff_t>(end) - 1);
    in[at + 1].within = cast_elements(in[at + 1].within, type);
    in.erase(begin + 2, in.begin() + static_cast<std::ptrdiff_t>(end));
  }
}

/// `(a AND b) AND c` is `a AND b AND c`.
void level(spelled_list& in, std::string_view word, std::string_view other) {
  for (std::size_t at = 0; at < in.size(); ++at) {
    const auto joins = [&](std::size_t side) { return side < in.size() && in[side].token == word; };
    const auto ends = [&](std::size_t side) { return side >= in.size() || is_edge(in[side]); };
    const std::size_t before = at == 0 ? in.size() : at - 1;
    const bool is_operand = is_parentheses(in[at]) && (joins(before) || joins(at + 1)) &&
                            (joins(before) || ends(before)) && (joins(at + 1) || ends(at + 1));
    if (!is_operand || !has_word(in[at].within, word) || has_word(in[at].within, other) ||
        has_word(in[at].within, "SELECT") || has_word(in[at].within, "BETWEEN")) {
      continue;
    }
    spelled_list within = std::move(in[at].within);
    in.erase(in.begin() + static_cast<std::ptrdiff_t>(at));
    in.insert(in.begin() + static_cast<std::ptrdiff_t>(at), within.begin(), within.end());
  }
}

spelled_list plainly(spelled_list in) {
  for (spelled& each : in) {
    each.within = plainly(std::move(each.within));
    if (is_parentheses(each) && each.within.size() == 1 && is_parentheses(each.within.front())) {
      spelled_list inner = std::move(each.within.front().within);
      each.within = std::move(inner);
    }
  }
  open_casts(in);
  cast_arrays(in);
  level(in, "AND", "OR");
  level(in, "OR", "AND");
  return in;
}

void print(const spelled_list& in, std::string& out) {
  for (const spelled& each : in) {
    out += each.token;
    out += ' ';
    if (is_parentheses(each) || is_brackets(each)) {
      print(each.within, out);
      out += is_parentheses(each) ? ") " : "] ";
    }
  }
}

} // namespace

std::string plain_spelling(std::string_view sql) {
  spelled_list all = plainly(spelling_reader(sql).read());
  while (all.size() == 1 && is_parentheses(all.front())) {
    spelled_list within = std::move(all.front().within);
    all = std::move(within);
  }
  std::string out;
  print(all, out);
  return out;
}

} // namespace strata::codegen
