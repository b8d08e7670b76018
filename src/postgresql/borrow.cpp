// Accessors in a transaction of libpqxx that the application already has.
#include <strata/postgresql.hpp>

#include "src/postgresql/session.hpp"

namespace strata::postgresql {

connection borrow(pqxx::transaction_base& transaction) {
  return connection::joined(session::borrow(transaction));
}

} // namespace strata::postgresql
