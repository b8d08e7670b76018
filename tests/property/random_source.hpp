// Random choices that are the same on every machine for the same seed.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace strata::testing {

/// SplitMix64. The standard's distributions differ between libraries; these choices do not.
class random_source {
public:
  explicit random_source(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    std::uint64_t mixed = state_ += 0x9e3779b97f4a7c15U;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9U;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebU;
    return mixed ^ (mixed >> 31);
  }

  /// From 0 up to, but not including, `count`.
  std::size_t below(std::size_t count) { return static_cast<std::size_t>(next() % count); }

  bool chance(int percent) { return below(100) < static_cast<std::size_t>(percent); }

  template <typename T>
  const T& pick(const std::vector<T>& from) {
    return from[below(from.size())];
  }

  /// Null where the list is empty.
  template <typename T>
  T* pick_one(std::vector<T>& from) {
    return from.empty() ? nullptr : &from[below(from.size())];
  }

private:
  std::uint64_t state_;
};

/// The seed of one run of one test. The first is the environment's STRATA_SEED, so that a seed that
/// a failure printed comes again with STRATA_PROPERTY_RUNS=1; without one it is the test's own.
std::uint64_t seed_of(std::string_view test, int run);

/// The environment's STRATA_PROPERTY_RUNS, or `usual`.
int runs(int usual);

} // namespace strata::testing
