// Passwords in URLs: no message of ours repeats one.
#pragma once

#include <string>

namespace strata::codegen {

/// Refuses a URL whose password is not written as a URL wants it: libpq would take it apart in the
/// wrong place, and repeat a part of it in its message. Throws tool_usage_error.
void check_password_spelling(const std::string& url);

/// The text with `***` for each password of a URL in it.
std::string without_passwords(const std::string& text);

} // namespace strata::codegen
