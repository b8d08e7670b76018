// Accessors in a transaction of libpqxx that the application already has.
#pragma once

#include <strata/runtime/connection.hpp>

namespace pqxx {
class transaction_base; // pqxx::work and its kin
}

namespace strata::postgresql {

/// A connection that lives in `transaction`, which goes on belonging to the application: it commits
/// or rolls back, and outlives what is borrowed. Its client encoding must be UTF-8 and its
/// DateStyle ISO. Statements are not prepared: others may use the connection's names.
connection borrow(pqxx::transaction_base& transaction);

} // namespace strata::postgresql
