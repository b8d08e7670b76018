// Doubles from 20 ms to one second; half of each pause is jitter, so that many waiters spread out.
#include "src/runtime/backoff.hpp"

#include <algorithm>
#include <thread>

namespace strata::detail {
namespace {

constexpr std::chrono::milliseconds longest{1000};

} // namespace

backoff::backoff(std::chrono::milliseconds bound)
    : began_(std::chrono::steady_clock::now()), bound_(bound), random_(std::random_device{}()) {}

std::chrono::milliseconds backoff::waited() const {
  return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() -
                                                               began_);
}

bool backoff::pause() {
  const auto left = bound_ - waited();
  if (left <= std::chrono::milliseconds(0)) {
    return false;
  }
  std::uniform_int_distribution<std::chrono::milliseconds::rep> within(next_.count() / 2,
                                                                       next_.count());
  std::this_thread::sleep_for(std::min(left, std::chrono::milliseconds(within(random_))));
  next_ = std::min(next_ * 2, longest);
  return true;
}

} // namespace strata::detail
