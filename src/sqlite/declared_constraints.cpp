// Reads constraints out of CREATE TABLE: words, names and brackets, and nothing of expressions.
#include "src/sqlite/declared_constraints.hpp"

#include <algorithm>
#include <cctype>
#include <utility>

namespace strata::sqlite {
namespace {

struct token {
  std::string text;
  bool is_name = false; ///< Quoted: never a keyword.
};

bool is_word(char c) {
  const auto code = static_cast<unsigned char>(c);
  return std::isalnum(code) != 0 || c == '_' || c == '$' || code >= 0x80;
}

class tokens {
public:
  explicit tokens(std::string_view sql) : rest_(sql) { advance(); }

  bool at_end() const { return at_end_; }

  const token& current() const { return current_; }

  bool is(std::string_view keyword) const {
    return !at_end_ && !current_.is_name &&
           std::ranges::equal(current_.text, keyword, [](char a, char b) {
             return std::toupper(static_cast<unsigned char>(a)) == b;
           });
  }

  bool take(std::string_view keyword) {
    if (!is(keyword))
      return false;
    advance();
    return true;
  }

  std::string take_text() {
    std::string text = current_.text;
    advance();
    return text;
  }

  /// From an opening bracket behind its closing one.
  void skip_brackets() {
    int depth = 0;
    do {
      if (is("("))
        ++depth;
      if (is(")"))
        --depth;
      advance();
    } while (depth > 0 && !at_end_);
  }

  void advance() {
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

private:
  void skip_space() {
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

  void take_quoted(char mark) {
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

  std::string_view rest_;
  token current_;
  bool at_end_ = false;
};

/// `("a", "b" DESC)`: the first word of each part.
std::vector<std::string> take_columns(tokens& in) {
  std::vector<std::string> columns;
  if (!in.take("("))
    return columns;
  while (!in.at_end()) {
    columns.push_back(in.take_text());
    while (!in.at_end() && !in.is(",") && !in.is(")")) {
      in.is("(") ? in.skip_brackets() : in.advance();
    }
    if (!in.take(","))
      break;
  }
  in.take(")");
  return columns;
}

class reader {
public:
  explicit reader(std::string_view sql) : in_(sql) {}

  std::vector<declared_constraint> read() {
    while (!in_.at_end() && !in_.is("(")) {
      in_.advance();
    }
    in_.take("(");
    while (!in_.at_end() && !in_.is(")")) {
      read_part();
      if (!in_.take(","))
        break;
    }
    return std::move(found_);
  }

private:
  using kind = declared_constraint::kind;

  bool is_table_constraint() const {
    return in_.is("CONSTRAINT") || in_.is("PRIMARY") || in_.is("UNIQUE") || in_.is("CHECK") ||
           in_.is("FOREIGN");
  }

  /// One column with its constraints, or constraints of the table.
  void read_part() {
    std::string column;
    if (!is_table_constraint())
      column = in_.take_text();
    std::string name;
    while (!in_.at_end() && !in_.is(",") && !in_.is(")")) {
      if (in_.take("CONSTRAINT")) {
        name = in_.take_text();
      } else if (in_.take("PRIMARY")) {
        in_.take("KEY");
        add(kind::primary_key, name, keyed(column));
      } else if (in_.take("UNIQUE")) {
        add(kind::unique, name, keyed(column));
      } else if (in_.take("FOREIGN")) {
        in_.take("KEY");
        const auto columns = take_columns(in_);
        in_.take("REFERENCES");
        add(kind::foreign_key, name, columns).target = in_.take_text();
      } else if (in_.take("REFERENCES")) {
        add(kind::foreign_key, name, {column}).target = in_.take_text();
      } else if (in_.is("(")) {
        in_.skip_brackets();
      } else {
        // Other constraints use their name up.
        if (in_.is("CHECK") || in_.is("NOT") || in_.is("DEFAULT"))
          name.clear();
        in_.advance();
      }
    }
  }

  std::vector<std::string> keyed(const std::string& column) {
    if (column.empty())
      return take_columns(in_);
    return {column};
  }

  declared_constraint& add(kind of, std::string& name, std::vector<std::string> columns) {
    return found_.emplace_back(
        declared_constraint{of, std::exchange(name, {}), std::move(columns), {}});
  }

  tokens in_;
  std::vector<declared_constraint> found_;
};

} // namespace

std::vector<declared_constraint> declared_constraints(std::string_view create_table) {
  return reader(create_table).read();
}

} // namespace strata::sqlite
