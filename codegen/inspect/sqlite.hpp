// A live SQLite database, read into the model.
#pragma once

#include <strata/model/schema.hpp>

#include <string_view>

struct sqlite3;

namespace strata::codegen {

/// The main schema of the database as physical objects: the words of declared types in
/// `data_type::name`, SQL in the one spelling of spell_sqlite, foreign keys with their target's
/// columns, everything but columns sorted by name. Left out are what SQLite keeps for itself and
/// the history table. Throws inspection_error.
model::schema inspect_sqlite(sqlite3* database, std::string_view history_table = "strata_history");

} // namespace strata::codegen
