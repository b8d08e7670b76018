// Passwords in URLs: no message of ours repeats one.
#pragma once

#include <string>

namespace strata::codegen {

/// Refuses a URL whose password is not written as a URL wants it: libpq would take it apart in the
/// wrong place, and repeat a part of it in its message. Throws tool_usage_error.
void check_password_spelling(const std::string& url);

/// The text with `***` for each password of a URL in it.
std::string without_passwords(const std::string& text);

/// The text without the passwords that the URL holds, as they are spelled there and as they are
/// meant: libpq and the server quote what they were given.
std::string without_passwords_of(const std::string& url, std::string text);

} // namespace strata::codegen
