// Why the server ended a statement.
#pragma once

#include <strata/runtime/error.hpp>
#include <strata/runtime/session.hpp>

namespace strata::detail {

/// Whether PostgreSQL's statement_timeout ended the statement, and not somebody who cancelled it:
/// the SQLSTATE is the same. To be called outside a transaction.
bool reached_limit(session& db, const query_error& failed);

} // namespace strata::detail
