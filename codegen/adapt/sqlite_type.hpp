// How SQLite stores each type (docs/sqlite.md).
#pragma once

#include <strata/model/column.hpp>
#include <strata/model/schema.hpp>

#include <optional>
#include <string>

namespace strata::codegen {

struct sqlite_type {
  std::string words; ///< TEXT, INTEGER, REAL or BLOB.
  std::string check; ///< What each value must satisfy; empty: nothing.
};

/// Null where Strata has no choice for the type. `.on_sqlite("…")` is the caller's.
std::optional<sqlite_type> lower_type(const model::column& column, const model::schema& schema);

} // namespace strata::codegen
