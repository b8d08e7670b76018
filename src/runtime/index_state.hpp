// What a killed or failed CREATE INDEX CONCURRENTLY left behind.
#pragma once

#include "src/runtime/run_context.hpp"

#include <string>

namespace strata::detail {

enum class index_condition { missing, valid, invalid, being_built };

/// `named` as the marker writes it: a bare name in the default schema, or quoted with its schema.
std::string qualified_index(const std::string& named, const std::string& default_schema);

index_condition condition_of(session& db, const std::string& qualified);

/// Waits while somebody builds the index, and drops it if it is left INVALID. Returns whether a
/// valid index stands there now.
bool settle_index(const run_context& in, const std::string& qualified);

} // namespace strata::detail
