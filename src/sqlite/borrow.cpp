// Accessors on a SQLite connection that the application already has.
#include <strata/sqlite.hpp>

#include "src/sqlite/session.hpp"

namespace strata::sqlite {

connection borrow(sqlite3* database) { return connection::joined(session::borrow(database)); }

} // namespace strata::sqlite
