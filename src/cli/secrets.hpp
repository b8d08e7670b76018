// Passwords, and how they are kept out of every output.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace strata::cli {

/// The passwords in a URL or conninfo text, as written and percent-decoded.
std::vector<std::string> passwords_in(std::string_view url);

/// The text with each of the passwords, none of them empty, replaced by `***`.
std::string without(const std::vector<std::string>& passwords, std::string_view text);

} // namespace strata::cli
