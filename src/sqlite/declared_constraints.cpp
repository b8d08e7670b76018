// Reads constraints out of CREATE TABLE: words, names and brackets, and nothing of expressions.
#include "src/sqlite/declared_constraints.hpp"

#include "src/runtime/sqlite_tokens.hpp"

#include <utility>

namespace strata::sqlite {
namespace {

/// `("a", "b" DESC)`: the first word of each part.
std::vector<std::string> take_columns(detail::sqlite_tokens& in) {
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
        read_reference(add(kind::foreign_key, name, columns));
      } else if (in_.take("REFERENCES")) {
        read_reference(add(kind::foreign_key, name, {column}));
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

  /// From the referenced table to the key's own clauses.
  void read_reference(declared_constraint& key) {
    key.target = in_.take_text();
    take_columns(in_);
    for (bool goes_on = true; goes_on;) {
      if (in_.take("ON")) {
        in_.advance(); // DELETE or UPDATE.
        const bool is_two_words = in_.is("SET") || in_.is("NO");
        in_.advance();
        if (is_two_words)
          in_.advance();
      } else if (in_.take("MATCH")) {
        in_.advance();
      } else if (in_.take("DEFERRABLE")) {
        key.is_deferred = in_.take("INITIALLY") && in_.take("DEFERRED");
      } else {
        goes_on = false;
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

  detail::sqlite_tokens in_;
  std::vector<declared_constraint> found_;
};

} // namespace

std::vector<declared_constraint> declared_constraints(std::string_view create_table) {
  return reader(create_table).read();
}

} // namespace strata::sqlite
