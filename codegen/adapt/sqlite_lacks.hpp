// What SQLite has nothing for: whole objects, and what makes a table more than a table.
#pragma once

#include "codegen/text/diagnostics.hpp"

#include <strata/model/schema.hpp>

namespace strata::codegen {

/// Reports sequences, domains, policies and their kin, and takes them out.
void refuse_further_objects(model::schema& schema, diagnostics& out);

/// Reports partitioning, inheritance, row-level security and their kin, and takes them out; so are
/// words on how PostgreSQL stores a table, which mean nothing here.
void refuse_properties(model::table& table, diagnostics& out);

} // namespace strata::codegen
