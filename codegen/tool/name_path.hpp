// Dotted names as they are written on a command line.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace strata::codegen {

/// `public.users."a.b"` in its parts. A part in double quotes may hold anything, a quote doubled;
/// letters are taken as they stand. Throws tool_usage_error.
std::vector<std::string> split_name(std::string_view text);

/// `path=name` in its two halves, at the first `=` that stands in no quotes; a function's path may
/// end in the types of its arguments, `f(integer)`, and the name repeat them. Throws
/// tool_usage_error.
struct name_change {
  std::vector<std::string> from;
  std::vector<std::string> to;
  std::optional<std::string> arguments; ///< Of a function: what stands between its parentheses.
};

name_change split_change(std::string_view text);

/// `path=sql` likewise; all that stands behind the first `=` outside quotes is SQL. Throws
/// tool_usage_error.
std::pair<std::vector<std::string>, std::string> split_conversion(std::string_view text);

} // namespace strata::codegen
