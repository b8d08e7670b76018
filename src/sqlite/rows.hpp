// Small questions to SQLite, for the driver's own use.
#pragma once

#include <strata/runtime/value.hpp>

#include <span>
#include <string>
#include <string_view>
#include <vector>

struct sqlite3;

namespace strata::sqlite {

using text_row = std::vector<std::string>;

/// The rows of a statement as texts, null as an empty one.
std::vector<text_row>
text_rows(sqlite3* database, std::string_view statement, std::span<const value> parameters = {});

/// The name in double quotes.
std::string quoted(std::string_view name);

} // namespace strata::sqlite
