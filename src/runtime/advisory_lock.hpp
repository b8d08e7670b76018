// PostgreSQL's session lock, held by the very session that runs the steps.
#pragma once

#include "src/runtime/run_context.hpp"

#include <cstdint>
#include <string>

namespace strata::detail {

/// Two ints from the history table's qualified name.
struct lock_key {
  std::int32_t first;
  std::int32_t second;
};

lock_key key_for(const std::string& qualified_name);

/// Held from construction to destruction. In another session than the steps' it would be free while
/// a killed runner's backend still builds an index.
class advisory_lock {
public:
  /// Waits as long as the options allow. Throws lock_timeout.
  advisory_lock(const run_context& in, const std::string& qualified_name);
  ~advisory_lock();
  advisory_lock(const advisory_lock&) = delete;
  advisory_lock& operator=(const advisory_lock&) = delete;

  /// A boolean SQL expression: whether the session that evaluates it holds the lock.
  std::string held_expression() const;

private:
  bool try_acquire();
  std::string holder();

  const run_context* in_;
  lock_key key_;
};

} // namespace strata::detail
