// The DSL's type for a declared type of SQLite.
#pragma once

#include <strata/model/column.hpp>

namespace strata::codegen {

/// Gives the column the type by which accessors read what SQLite keeps in it, and the words of its
/// declaration as `.on_sqlite("…")`.
void declare_sqlite_type(model::column& column);

} // namespace strata::codegen
