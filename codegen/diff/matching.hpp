// Two lists of objects side by side, matched by a key and in the order of that key, so that the
// order of declaration changes nothing.
#pragma once

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace strata::codegen {

template <typename Object>
struct matched {
  std::vector<std::pair<const Object*, const Object*>> kept;
  std::vector<const Object*> removed;
  std::vector<const Object*> added;
};

template <typename Object, typename Key>
std::vector<const Object*> sorted_by(const std::vector<Object>& objects, Key key) {
  std::vector<const Object*> sorted;
  sorted.reserve(objects.size());
  for (const Object& each : objects) {
    sorted.push_back(&each);
  }
  std::stable_sort(sorted.begin(), sorted.end(), [&](const Object* a, const Object* b) {
    return key(*a) < key(*b);
  });
  return sorted;
}

template <typename Object, typename Key>
matched<Object> match(const std::vector<Object>& from, const std::vector<Object>& to, Key key) {
  const std::vector<const Object*> before = sorted_by(from, key);
  const std::vector<const Object*> after = sorted_by(to, key);
  matched<Object> result;
  std::size_t a = 0;
  std::size_t b = 0;
  while (a < before.size() || b < after.size()) {
    if (b == after.size() || (a < before.size() && key(*before[a]) < key(*after[b]))) {
      result.removed.push_back(before[a++]);
    } else if (a == before.size() || key(*after[b]) < key(*before[a])) {
      result.added.push_back(after[b++]);
    } else {
      result.kept.emplace_back(before[a++], after[b++]);
    }
  }
  return result;
}

} // namespace strata::codegen
