// What somebody who mistyped a name may have meant.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace strata::codegen {

/// The candidate nearest to `name`, if it is near enough to be a slip of the keyboard.
std::optional<std::string> nearest(const std::string& name,
                                   const std::vector<std::string>& candidates);

/// `did you mean cameras?`, or nothing.
std::vector<std::string> did_you_mean(const std::string& name,
                                      const std::vector<std::string>& candidates);

} // namespace strata::codegen
