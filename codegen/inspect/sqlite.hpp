// A live SQLite database, read into the model.
#pragma once

#include "codegen/inspect/left_out.hpp"

#include <strata/model/schema.hpp>

struct sqlite3;

namespace strata::codegen {

/// The main schema of the database as physical objects: the words of declared types in
/// `data_type::name`, SQL in the one spelling of spell_sqlite, foreign keys with their target's
/// columns, everything but columns sorted by name. Left out are what SQLite keeps for itself, the
/// history table, and what `without` asks for. Throws inspection_error.
model::schema inspect_sqlite(sqlite3* database, left_out& without);
model::schema inspect_sqlite(sqlite3* database);

} // namespace strata::codegen
