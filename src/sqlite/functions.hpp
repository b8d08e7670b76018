// What Strata's conditions need of a SQLite connection.
#pragma once

struct sqlite3;

namespace strata::sqlite {

/// Gives the connection the collation `strata_numeric`, which orders texts of numbers by value, and
/// the function `strata_like(text, pattern)`, LIKE as PostgreSQL has it.
void add_functions(sqlite3* database);

} // namespace strata::sqlite
