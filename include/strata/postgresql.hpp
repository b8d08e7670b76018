// Accessors in a transaction of libpqxx that the application already has.
#pragma once

#include <strata/runtime/connection.hpp>

namespace pqxx {
class transaction_base; // pqxx::work and its kin
}

namespace strata::postgresql {

/// A connection that lives in `transaction`, which goes on belonging to the application: it commits
/// or rolls back, and outlives what is borrowed. Its client encoding must be UTF-8, its DateStyle
/// ISO, its IntervalStyle `postgres` and its extra_float_digits 1 or more, as servers have them by
/// themselves. Statements are not prepared: others may use the connection's names. When the
/// transaction is over, nothing more is run.
connection borrow(pqxx::transaction_base& transaction);

} // namespace strata::postgresql
