// Reads statements that SQLite has compiled already: what does not fit here is passed over.
#include "src/sqlite/change_statement.hpp"

#include "src/runtime/sqlite_tokens.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>

namespace strata::sqlite {
namespace {

using names = std::vector<std::string>;

std::string lowered(std::string name) {
  std::ranges::transform(
      name, name.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return name;
}

class change_reader {
public:
  explicit change_reader(std::string_view statement) : in_(statement) {}

  std::optional<change_statement> read() {
    skip_to_verb();
    if (in_.take("DELETE")) {
      in_.take("FROM");
      read_table();
      read_.deletes = true;
    } else if (in_.take("UPDATE")) {
      skip_conflict();
      read_table();
      skip_to("SET");
      read_assignments();
    } else if (in_.is("INSERT") || in_.is("REPLACE")) {
      read_insert();
    } else {
      return std::nullopt;
    }
    return read_.table.empty() ? std::nullopt : std::optional(read_);
  }

private:
  /// Behind `WITH` and its queries, which stand in brackets.
  void skip_to_verb() {
    while (!in_.at_end() && !in_.is("INSERT") && !in_.is("REPLACE") && !in_.is("UPDATE") &&
           !in_.is("DELETE")) {
      skip_one();
    }
  }

  void skip_one() { in_.is("(") ? in_.skip_brackets() : in_.advance(); }

  void skip_to(std::string_view keyword) {
    while (!in_.at_end() && !in_.take(keyword)) {
      skip_one();
    }
  }

  void skip_conflict() {
    if (!in_.take("OR"))
      return;
    read_.deletes = read_.deletes || in_.is("REPLACE");
    in_.advance();
  }

  void read_table() {
    const bool is_main = lowered(in_.current().text) == "main";
    read_.table = in_.take_text();
    if (in_.take(".")) { // Of an attached database, nothing is known.
      const std::string table = in_.take_text();
      read_.table = is_main ? table : "";
    }
    if (in_.take("AS"))
      in_.advance();
  }

  void read_insert() {
    read_.inserts = true;
    read_.deletes = in_.is("REPLACE");
    in_.advance();
    skip_conflict();
    in_.take("INTO");
    read_table();
    if (in_.is("("))
      read_.inserted = take_names();
    if (in_.take("VALUES"))
      read_values();
    while (!in_.at_end()) { // ON CONFLICT … DO UPDATE SET.
      const bool updates = in_.take("UPDATE") && in_.take("SET");
      updates ? read_assignments() : skip_one();
    }
  }

  names take_names() {
    names found;
    for (in_.take("("); !in_.at_end() && !in_.take(")");) {
      if (!in_.take(","))
        found.push_back(in_.take_text());
    }
    return found;
  }

  /// One row's values, where they are parameters. Of several rows, none is known.
  void read_values() {
    std::map<std::string, std::size_t> given;
    in_.take("(");
    for (std::size_t i = 0; !in_.at_end() && !in_.take(")"); ++i) {
      if (const auto parameter = take_value(); parameter && i < read_.inserted.size())
        given.emplace(lowered(read_.inserted[i]), *parameter);
      in_.take(",");
    }
    if (!in_.is(","))
      read_.parameters = std::move(given);
  }

  void read_assignments() {
    do {
      const names columns = in_.is("(") ? take_names() : names{in_.take_text()};
      in_.take("=");
      const auto parameter = take_value();
      for (const std::string& each : columns) {
        read_.updates.push_back(each);
        read_.parameters.erase(lowered(each));
      }
      if (parameter && columns.size() == 1 && !read_.inserts)
        read_.parameters.emplace(lowered(columns[0]), *parameter);
    } while (in_.take(","));
  }

  bool ends_value() const {
    return in_.at_end() || in_.is(",") || in_.is(")") || in_.is("WHERE") || in_.is("FROM") ||
           in_.is("RETURNING") || in_.is("ORDER") || in_.is("LIMIT") || in_.is(";");
  }

  /// The number of the parameter that the value is, `$2` or `?2`; nothing for any other value.
  std::optional<std::size_t> take_value() {
    std::string text;
    while (!ends_value()) {
      text += in_.is("(") ? "(" : in_.current().text;
      skip_one();
    }
    std::size_t number = 0;
    const bool is_parameter = text.starts_with('$') || text.starts_with('?');
    const char* const end = text.data() + text.size();
    if (!is_parameter || std::from_chars(text.data() + 1, end, number).ptr != end || number == 0)
      return std::nullopt;
    return number;
  }

  detail::sqlite_tokens in_;
  change_statement read_;
};

} // namespace

std::optional<change_statement> read_change(std::string_view statement) {
  return change_reader(statement).read();
}

} // namespace strata::sqlite
