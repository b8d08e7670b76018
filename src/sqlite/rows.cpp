// Small questions to SQLite, for the driver's own use.
#include "src/sqlite/rows.hpp"

#include "src/sqlite/statement.hpp"

namespace strata::sqlite {
namespace {

std::string text_of(const value& from) {
  if (const auto* text = std::get_if<std::string>(&from))
    return *text;
  if (const auto* number = std::get_if<std::int64_t>(&from))
    return std::to_string(*number);
  return {};
}

} // namespace

std::vector<text_row>
text_rows(sqlite3* database, std::string_view text, std::span<const value> parameters) {
  statement asking(database, text);
  asking.bind(parameters);
  std::vector<text_row> rows;
  while (asking.step()) {
    auto& row = rows.emplace_back();
    for (int i = 0; i < asking.columns(); ++i) {
      row.push_back(text_of(asking.read(i)));
    }
  }
  return rows;
}

std::string quoted(std::string_view name) {
  std::string text = "\"";
  for (const char c : name) {
    text += c;
    if (c == '"')
      text += c;
  }
  return text + '"';
}

} // namespace strata::sqlite
