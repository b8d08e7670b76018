// PostgreSQL's session lock, held by the very session that runs the steps.
#pragma once

#include "src/runtime/run_context.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace strata::detail {

/// Two ints from the history table's qualified name.
struct lock_key {
  std::int32_t first;
  std::int32_t second;
};

lock_key key_for(const std::string& qualified_name);

/// A server's process, told apart from a later one of the same number.
struct server_process {
  std::int64_t pid = 0;
  std::int64_t began = 0; ///< Microseconds since 1970.
};

/// Held from construction to destruction. In another session than the steps' it would be free while
/// a killed runner's backend still builds an index.
class advisory_lock {
public:
  /// Waits as long as the options allow. `lost` is the process of a connection of ours that broke:
  /// the server may not have noticed, and is told. Throws lock_timeout, and migration_error where
  /// another client of a pooler has the lock in the same server session.
  advisory_lock(const run_context& in,
                const std::string& qualified_name,
                const std::optional<server_process>& lost);
  ~advisory_lock();
  advisory_lock(const advisory_lock&) = delete;
  advisory_lock& operator=(const advisory_lock&) = delete;

  /// A boolean SQL expression: whether the session that evaluates it is the one that took the lock,
  /// and still has it.
  std::string held_expression() const;

  /// Asks the server session that answers. Throws migration_error where that is another one.
  void require_held() const;

  /// Ends the lock before its lifetime ends. Returns what is to be said where it stays, in the
  /// server session of another client of a pooler; mostly nothing.
  std::string release() noexcept;

  const server_process& process() const { return process_; }

private:
  bool try_acquire();
  bool release_where_it_is();
  bool try_release();
  void end_resting();
  bool end_lost(const server_process& lost);
  std::string held_by(std::string_view pid) const;
  std::string mine() const;
  std::string holder();

  const run_context* in_;
  lock_key key_;
  server_process process_;
  bool released_ = false;
};

/// R017, for whatever finds a pooler of transactions.
[[noreturn]] void refuse_pooler(std::string_view what_is);

} // namespace strata::detail
