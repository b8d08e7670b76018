// Finds the name of a unique constraint or foreign key that SQLite says is broken.
#pragma once

#include <strata/runtime/value.hpp>

#include <span>
#include <string>
#include <string_view>

struct sqlite3;

namespace strata::sqlite {

/// The name behind `UNIQUE constraint failed: t.a, t.b` or `index 'name'`; the subject itself where
/// the key was given no name.
std::string unique_name(sqlite3* database, std::string_view subject);

/// Runs a statement that broke a foreign key once more, to see which one: in a savepoint, with
/// checks deferred, and rolled back. Empty where that does not tell. Only on a connection of our
/// own may the update hook be used, which makes it fast.
std::string broken_foreign_key(sqlite3* database,
                               std::string_view statement,
                               std::span<const value> parameters,
                               bool is_own);

/// The name of a foreign key that is broken now, as when COMMIT refuses.
std::string broken_foreign_key(sqlite3* database);

} // namespace strata::sqlite
