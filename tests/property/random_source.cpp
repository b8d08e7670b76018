// Seeds from the environment.
#include "tests/property/random_source.hpp"

#include <cstdlib>
#include <string>

namespace strata::testing {
namespace {

std::uint64_t number_from(const char* variable, std::uint64_t otherwise) {
  const char* text = std::getenv(variable);
  return text == nullptr ? otherwise : std::stoull(text);
}

/// FNV-1a.
std::uint64_t hash(std::string_view text) {
  std::uint64_t value = 0xcbf29ce484222325U;
  for (const char c : text)
    value = (value ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  return value;
}

} // namespace

std::uint64_t seed_of(std::string_view test, int run) {
  const std::uint64_t first = number_from("STRATA_SEED", hash(test));
  if (run == 0)
    return first;
  random_source mixed(first);
  for (int each = 1; each < run; ++each)
    mixed.next();
  return mixed.next();
}

int runs(int usual) {
  return static_cast<int>(number_from("STRATA_PROPERTY_RUNS", static_cast<std::uint64_t>(usual)));
}

} // namespace strata::testing
