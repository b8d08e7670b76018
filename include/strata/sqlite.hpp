// Accessors on a SQLite connection that the application already has.
#pragma once

#include <strata/runtime/connection.hpp>

struct sqlite3;

namespace strata::sqlite {

/// A connection on `database`, in the transaction that is open on it, if one is: when that is over,
/// nothing more is run. The database goes
/// on belonging to the application and outlives what is borrowed; it is given the functions and the
/// collation that conditions use, and keeps its own settings, `PRAGMA foreign_keys` among them.
connection borrow(sqlite3* database);

} // namespace strata::sqlite
