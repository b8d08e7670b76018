// Quoting by doubling the quote character, as both databases read it.
#include "codegen/sql/quote.hpp"

namespace strata::codegen::sql {
namespace {

std::string enclose(std::string_view text, char mark) {
  if (text.find('\0') != std::string_view::npos) {
    throw holds_nul(text);
  }
  std::string quoted(1, mark);
  quoted.reserve(text.size() + 2);
  for (const char one : text) {
    if (one == mark) {
      quoted += mark;
    }
    quoted += one;
  }
  return quoted += mark;
}

} // namespace

holds_nul::holds_nul(std::string_view text)
    : std::invalid_argument("`" + std::string(text.substr(0, text.find('\0'))) +
                            "…` holds a NUL character") {}

std::string quote(std::string_view name) { return enclose(name, '"'); }

std::string quote(const model::qualified_name& name) {
  return name.schema.empty() ? quote(name.name) : quote(name.schema) + '.' + quote(name.name);
}

std::string quote_list(const std::vector<std::string>& names) {
  std::string list;
  for (const std::string& name : names) {
    list += (list.empty() ? "" : ", ") + quote(name);
  }
  return list;
}

std::string quote_text(std::string_view text) { return enclose(text, '\''); }

std::string comment(std::string_view text) {
  std::string lines = "-- ";
  for (const char one : text) {
    if (one == '\n') {
      lines += "\n-- ";
    } else if (one != '\r' && one != '\0') {
      lines += one;
    }
  }
  return lines;
}

} // namespace strata::codegen::sql
