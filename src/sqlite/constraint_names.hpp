// The names of constraints, which SQLite's messages and pragmas leave out.
#pragma once

#include "src/sqlite/declared_constraints.hpp"

#include <string>
#include <string_view>
#include <vector>

struct sqlite3;

namespace strata::sqlite {

std::vector<declared_constraint> constraints_of(sqlite3* database, const std::string& table);

/// The declared name, else the one that Strata gives such a constraint by default.
std::string name_of(const declared_constraint& of, const std::string& table);

/// The name behind `UNIQUE constraint failed: t.a, t.b` or `index 'name'`; the subject itself where
/// the key was given no name.
std::string unique_name(sqlite3* database, std::string_view subject);

} // namespace strata::sqlite
