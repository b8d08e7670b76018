// What Strata's conditions need of a SQLite connection.
#pragma once

struct sqlite3;

namespace strata::sqlite {

/// Gives the connection the collation `strata_numeric`, which orders texts of numbers by value, and
/// the functions `strata_like(text, pattern)`, LIKE as PostgreSQL has it, `strata_real(text)` and
/// `strata_bytes(hexadecimal digits)`, for values that JSON has no exact form of. A connection that
/// has them already is left alone: SQLite replaces no function while a statement runs.
void add_functions(sqlite3* database);

} // namespace strata::sqlite
