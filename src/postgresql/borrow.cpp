// Accessors in a transaction of libpqxx that the application already has.
#include <strata/postgresql.hpp>

#include "src/postgresql/session.hpp"

#include <pqxx/pqxx>

#include <type_traits>
#include <utility>

namespace strata::postgresql::borrowed {

// libpqxx 6 calls the class connection_base.
using libpqxx_connection =
    std::remove_cvref_t<decltype(std::declval<pqxx::transaction_base&>().conn())>;
using handle_member = PGconn* libpqxx_connection::*;

handle_member hidden_handle();

/// libpqxx, 6 to 8, keeps libpq's handle to itself. An explicit instantiation may name a private
/// member ([temp.spec.general]); a libpqxx that calls it otherwise does not compile here.
template <handle_member Member>
struct revealed {
  friend handle_member hidden_handle() { return Member; }
};

template struct revealed<&libpqxx_connection::m_conn>;

} // namespace strata::postgresql::borrowed

namespace strata::postgresql {

connection borrow(pqxx::transaction_base& transaction) {
  return connection::joined(session::borrow(transaction.conn().*borrowed::hidden_handle()));
}

} // namespace strata::postgresql
