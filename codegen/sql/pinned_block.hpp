// PostgreSQL: statements of ours that read the catalogue run what the server itself defines.
#pragma once

#include <string>

namespace strata::codegen::sql {

/// A DO block whose statements see `pg_catalog` alone: a function or an operator of another schema
/// of the search path may fit its arguments better than the server's own. `declared` is carried out
/// on the caller's path, which comes back at the end. Both end their lines.
std::string pinned_block(const std::string& declared, const std::string& body);

} // namespace strata::codegen::sql
