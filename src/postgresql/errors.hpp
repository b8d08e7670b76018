// A server's failures as Strata's errors, from the fields of the message: its words are in the
// server's language.
#pragma once

#include "src/postgresql/libpq.hpp"

#include <string>
#include <string_view>

namespace strata::postgresql {

/// Without the line ends that libpq closes its messages with.
std::string_view trimmed(std::string_view text);

/// What the server says, without the word for ERROR before it.
std::string readable(PGconn* on, const PGresult* failed);

/// Throws the error that a failure stands for; without one, what libpq says of the connection.
[[noreturn]] void throw_error(PGconn* on, const PGresult* failed, std::string_view statement);

/// Throws when the result is a failure.
void require_success(PGconn* on, const PGresult* of, std::string_view statement);

} // namespace strata::postgresql
