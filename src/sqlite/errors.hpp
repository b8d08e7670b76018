// SQLite's result codes as Strata's errors.
#pragma once

#include <string_view>

struct sqlite3;

namespace strata::sqlite {

/// Throws the error that `rc`, the result of the database's last call, stands for.
[[noreturn]] void throw_error(sqlite3* database, int rc, std::string_view statement);

} // namespace strata::sqlite
