// Reading parts, quoted or not.
#include "codegen/tool/name_path.hpp"

#include "codegen/tool/tool_error.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <utility>

namespace strata::codegen {
namespace {

/// One part from `at` on, which is left behind it.
std::string read_part(std::string_view text, std::size_t& at) {
  std::string part;
  if (at < text.size() && text[at] == '"') {
    for (++at; at < text.size(); ++at) {
      if (text[at] != '"') {
        part += text[at];
      } else if (at + 1 < text.size() && text[at + 1] == '"') {
        part += text[at++];
      } else {
        ++at;
        return part;
      }
    }
    throw tool_usage_error(fmt::format("a quoted name in {} does not end", text));
  }
  while (at < text.size() && text[at] != '.')
    part += text[at++];
  return part;
}

/// Takes `(integer)` from the end of a path.
std::optional<std::string> take_arguments(std::string_view& path) {
  bool is_quoted = false;
  for (std::size_t at = 0; at < path.size() && path.back() == ')'; ++at) {
    if (path[at] == '"')
      is_quoted = !is_quoted;
    if (path[at] == '(' && !is_quoted) {
      std::string arguments(path.substr(at + 1, path.size() - at - 2));
      path = path.substr(0, at);
      return arguments;
    }
  }
  return std::nullopt;
}

/// The first `=` that stands in no quotes.
std::size_t find_equals(std::string_view text) {
  bool is_quoted = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '"')
      is_quoted = !is_quoted;
    if (text[at] == '=' && !is_quoted)
      return at;
  }
  return std::string_view::npos;
}

} // namespace

std::vector<std::string> split_name(std::string_view text) {
  std::vector<std::string> parts;
  std::size_t at = 0;
  while (true) {
    parts.push_back(read_part(text, at));
    if (parts.back().empty())
      throw tool_usage_error(fmt::format("{} has an empty part", text));
    if (at == text.size())
      return parts;
    if (text[at] != '.')
      throw tool_usage_error(fmt::format("in {} a quoted name must be followed by a dot", text));
    ++at;
  }
}

name_change split_change(std::string_view text) {
  const std::size_t at = find_equals(text);
  if (at == std::string_view::npos)
    throw tool_usage_error(fmt::format("{} is no rename; write PATH=NAME", text));
  std::string_view from = text.substr(0, at);
  std::string_view to = text.substr(at + 1);
  std::optional<std::string> arguments = take_arguments(from);
  if (arguments && take_arguments(to).value_or(*arguments) != *arguments)
    throw tool_usage_error(fmt::format("{} gives a function other arguments", text));
  return {split_name(from), split_name(to), std::move(arguments)};
}

std::pair<std::vector<std::string>, std::string> split_conversion(std::string_view text) {
  const std::size_t at = find_equals(text);
  if (at == std::string_view::npos || at + 1 == text.size())
    throw tool_usage_error(fmt::format("{} is no conversion; write TABLE.COLUMN=SQL", text));
  return {split_name(text.substr(0, at)), std::string(text.substr(at + 1))};
}

} // namespace strata::codegen
