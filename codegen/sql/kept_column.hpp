// PostgreSQL: what hangs on a column, across its being dropped and made again.
#pragma once

#include "codegen/sql/statement.hpp"

#include <strata/model/name.hpp>

#include <string>

namespace strata::codegen::sql {

/// Notes until the transaction ends what the server drops with the column, of heirs and partitions
/// too: comments, privileges, settings, and statistics objects over it. How it is stored is kept
/// with its type.
verbatim
keep_column(const model::qualified_name& table, const std::string& column, bool keeps_type);

/// Gives it to the column that has taken the name.
verbatim restore_column(const model::qualified_name& table, const std::string& column);

} // namespace strata::codegen::sql
