// Growing pauses with jitter, within a bound.
#pragma once

#include <strata/runtime/error.hpp>

#include <chrono>
#include <random>
#include <utility>

namespace strata::detail {

class backoff {
public:
  explicit backoff(std::chrono::milliseconds bound);

  /// Sleeps, each time longer up to a limit. False, without sleeping, when the bound is over.
  bool pause();

  std::chrono::milliseconds waited() const;

private:
  std::chrono::steady_clock::time_point began_;
  std::chrono::milliseconds bound_;
  std::chrono::milliseconds next_{20};
  std::minstd_rand random_;
};

/// Runs what reads, again while a lock stands in its way: on SQLite another process may be
/// committing, or taking up what a killed one left. `waits` is told once that there is something to
/// wait for; `ends` throws what the caller is to be told when the bound is over.
template <typename Function, typename Told, typename Thrown>
auto patiently(std::chrono::milliseconds bound,
               const Function& run,
               const Told& waits,
               const Thrown& ends) {
  backoff wait(bound);
  bool told = false;
  for (;;) {
    try {
      return run();
    } catch (const lock_timeout& failed) {
      if (failed.facts().code == "R016") {
        throw;
      }
      if (!std::exchange(told, true)) {
        waits();
      }
      if (!wait.pause()) {
        ends(failed);
        throw;
      }
    }
  }
}

} // namespace strata::detail
