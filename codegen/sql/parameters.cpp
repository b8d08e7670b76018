// Split at commas and equals signs outside of strings.
#include "codegen/sql/parameters.hpp"

namespace strata::codegen::sql {
namespace {

std::string trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  const auto last = text.find_last_not_of(" \t\r\n");
  return first == std::string_view::npos ? "" : std::string(text.substr(first, last - first + 1));
}

} // namespace

std::vector<parameter> parameters_of(std::string_view text) {
  std::vector<parameter> all;
  std::string_view rest = text;
  while (!trimmed(rest).empty()) {
    bool in_string = false;
    std::size_t equals = std::string_view::npos;
    std::size_t at = 0;
    for (; at < rest.size(); ++at) {
      in_string ^= rest[at] == '\'';
      if (!in_string && rest[at] == '=' && equals == std::string_view::npos) {
        equals = at;
      }
      if (!in_string && rest[at] == ',') {
        break;
      }
    }
    const std::string_view one = rest.substr(0, at);
    all.push_back({trimmed(one.substr(0, equals)),
                   equals == std::string_view::npos ? "" : trimmed(one.substr(equals + 1))});
    rest = at < rest.size() ? rest.substr(at + 1) : std::string_view();
  }
  return all;
}

} // namespace strata::codegen::sql
