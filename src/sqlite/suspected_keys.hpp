// Which foreign keys a statement can have broken. SQLite names none, and nothing is run twice to
// find out: the statement is read, and the rows that it was to point at are looked for.
#pragma once

#include <strata/runtime/value.hpp>

#include <span>
#include <string>
#include <string_view>
#include <vector>

struct sqlite3;

namespace strata::sqlite {

/// Their names. Empty where the statement fires a trigger, which may have broken any key.
std::vector<std::string>
suspected_keys(sqlite3* database, std::string_view statement, std::span<const value> parameters);

} // namespace strata::sqlite
