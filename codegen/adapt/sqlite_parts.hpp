// The parts of the lowering to SQLite.
#pragma once

#include "codegen/text/diagnostics.hpp"

#include <strata/model/schema.hpp>

#include <string>

namespace strata::codegen {

/// The name of the check that a column's lowering adds: `<table>_<column>_check`, or
/// `<table>_<column>_type_check` where a declared check has that name.
std::string sqlite_check_name(const model::table& table, const std::string& column);

/// Types, with the checks that they bring, defaults, identities and reference rows.
void lower_columns(model::table& table, const model::schema& schema, diagnostics& out);

/// Primary key, uniques, checks, foreign keys and exclusions.
void lower_constraints(model::table& table, diagnostics& out);

void lower_indexes(model::table& table, diagnostics& out);

} // namespace strata::codegen
