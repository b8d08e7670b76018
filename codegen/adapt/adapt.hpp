// A declared schema as one database will bear it: Strata's documented lowering for SQLite,
// `.only(…)` and `.on_sqlite(…)` applied. What the database cannot do is a finding.
#pragma once

#include "codegen/text/diagnostics.hpp"

#include <strata/model/schema.hpp>

namespace strata::codegen {

/// The database a migration is made for, and the oldest version of it that must run it
/// (PostgreSQL: 13 is 130000; SQLite: 3.38 is 3038000, as the databases number themselves).
struct target {
  model::dialect dialect = model::dialect::postgresql;
  int minimum_version = 130000;
};

/// A schema in which no declared type, object or option remains that the database does not have:
/// on SQLite, `data_type::name` of kind `named` holds the declared type's words, and enumerations
/// have become checks.
model::schema adapt(const model::schema& declared, const target& to, diagnostics& out);

} // namespace strata::codegen
