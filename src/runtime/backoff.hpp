// Growing pauses with jitter, within a bound.
#pragma once

#include <strata/runtime/error.hpp>

#include <chrono>
#include <random>

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
/// committing, or taking up what a killed one left.
template <typename Function>
auto patiently(std::chrono::milliseconds bound, const Function& run) {
  backoff wait(bound);
  for (;;) {
    try {
      return run();
    } catch (const lock_timeout& failed) {
      if (failed.facts().code == "R016" || !wait.pause()) {
        throw;
      }
    }
  }
}

} // namespace strata::detail
