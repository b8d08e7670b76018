// What a killed or failed CREATE INDEX CONCURRENTLY left behind.
#pragma once

#include "src/runtime/run_context.hpp"

#include <chrono>
#include <string>
#include <string_view>

namespace strata::detail {

enum class index_condition { missing, valid, invalid, being_built };

/// `named` as the marker writes it: a bare name in the default schema, or quoted with its schema.
std::string qualified_index(const std::string& named, const std::string& default_schema);

index_condition condition_of(session& db, const std::string& qualified);

/// Waits while somebody builds the index, at most for `limit`, and drops it if it is left INVALID.
/// Returns whether a valid index stands there now. Throws migration_error where what stands there
/// is not what `statement` makes.
bool settle_index(const run_context& in,
                  const std::string& qualified,
                  std::string_view statement,
                  std::chrono::milliseconds limit);

} // namespace strata::detail
