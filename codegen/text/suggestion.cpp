// Edit distance between names.
#include "codegen/text/suggestion.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace strata::codegen {
namespace {

std::size_t distance(const std::string& a, const std::string& b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t k = 0; k < b.size(); ++k) {
      const std::size_t replaced = diagonal + (a[i] == b[k] ? 0 : 1);
      diagonal = row[k + 1];
      row[k + 1] = std::min({replaced, row[k] + 1, row[k + 1] + 1});
    }
  }
  return row.back();
}

} // namespace

std::optional<std::string> nearest(const std::string& name,
                                   const std::vector<std::string>& candidates) {
  const std::size_t limit = name.size() < 4 ? 1 : 1 + name.size() / 4;
  std::optional<std::string> best;
  std::size_t best_distance = limit + 1;
  for (const std::string& each : candidates) {
    const std::size_t d = distance(name, each);
    if (d < best_distance || (best && d == best_distance && each < *best)) {
      best = each;
      best_distance = d;
    }
  }
  return best;
}

std::vector<std::string> did_you_mean(const std::string& name,
                                      const std::vector<std::string>& candidates) {
  const std::optional<std::string> found = nearest(name, candidates);
  return found ? std::vector<std::string>{"did you mean " + *found + "?"}
               : std::vector<std::string>{};
}

} // namespace strata::codegen
