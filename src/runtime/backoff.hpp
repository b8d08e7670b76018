// Growing pauses with jitter, within a bound.
#pragma once

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

} // namespace strata::detail
