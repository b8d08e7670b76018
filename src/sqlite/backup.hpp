// A copy of a SQLite database.
#pragma once

#include <string>

struct sqlite3;

namespace strata::sqlite {

/// Writes the database to `file`, which does not exist yet, and reads it back. Throws error R005.
void copy_database(sqlite3* database, const std::string& file);

} // namespace strata::sqlite
