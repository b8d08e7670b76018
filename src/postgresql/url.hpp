// PostgreSQL's connection URLs, as far as a password matters.
#pragma once

#include <string>

namespace strata::postgresql {

struct connection_url {
  std::string url; ///< Without its password.
  std::string password;
};

/// Throws connection_error when the password holds a character that a URL must escape: libpq
/// would take a part of it for the host's name, and show it in its message.
connection_url split_password(const std::string& url);

} // namespace strata::postgresql
