// Matching the constraints or indexes of one table. The same definition under another name is a
// rename, so that nothing is built again for a name; the same name with another definition is a
// change.
#pragma once

#include "codegen/diff/definition.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace strata::codegen {

template <typename Element>
struct element_changes {
  using pair = std::pair<const Element*, const Element*>;
  std::vector<const Element*> dropped;
  std::vector<pair> kept;
  std::vector<pair> renamed;
  std::vector<pair> changed;
  std::vector<const Element*> added;
};

template <typename Element, typename Matches>
const Element* take_first(std::vector<const Element*>& from, Matches matches) {
  const auto found =
      std::find_if(from.begin(), from.end(), [&](const Element* each) { return matches(*each); });
  if (found == from.end()) {
    return nullptr;
  }
  const Element* const taken = *found;
  from.erase(found);
  return taken;
}

/// A name that `before` uses for anything else is not taken by a rename: whoever carries the
/// operations out may do the renames first.
template <typename Element>
element_changes<Element> match_elements(const definitions& compare,
                                        const std::vector<Element>& before,
                                        const std::vector<Element>& after) {
  element_changes<Element> result;
  std::vector<const Element*> old;
  for (const Element& each : before) {
    old.push_back(&each);
  }
  std::vector<const Element*> fresh;
  for (const Element& each : after) {
    const auto is_same = [&](const Element& b) {
      return b.name == each.name && compare.are_same(b, each);
    };
    if (const Element* const was = take_first(old, is_same)) {
      result.kept.emplace_back(was, &each);
    } else {
      fresh.push_back(&each);
    }
  }
  const auto is_used = [&](const std::string& name) {
    return std::any_of(
        before.begin(), before.end(), [&](const Element& b) { return b.name == name; });
  };
  std::vector<const Element*> unmatched;
  for (const Element* each : fresh) {
    const auto is_renamed = [&](const Element& b) { return compare.are_same(b, *each); };
    const Element* const was = is_used(each->name) ? nullptr : take_first(old, is_renamed);
    if (was != nullptr) {
      result.renamed.emplace_back(was, each);
    } else {
      unmatched.push_back(each);
    }
  }
  for (const Element* each : unmatched) {
    const auto has_name = [&](const Element& b) { return b.name == each->name; };
    const Element* const was = take_first(old, has_name);
    if (was != nullptr) {
      result.changed.emplace_back(was, each);
    } else {
      result.added.push_back(each);
    }
  }
  result.dropped = std::move(old);
  return result;
}

} // namespace strata::codegen
