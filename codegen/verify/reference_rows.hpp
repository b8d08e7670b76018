// The rows of tables that declare reference rows, as a database in memory holds them.
#pragma once

#include <strata/model/schema.hpp>

#include <string>
#include <vector>

namespace strata::codegen {

class memory_database;

/// A line for each row, declared columns only, sorted: `row of roles ('admin', 1)`. Throws
/// statement_failed.
std::vector<std::string> read_reference_rows(memory_database& database,
                                             const model::schema& physical);

} // namespace strata::codegen
