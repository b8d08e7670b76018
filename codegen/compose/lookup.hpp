// Finding a schema's objects by name without walking the whole list each time.
#pragma once

#include <strata/model/name.hpp>

#include <map>
#include <vector>

namespace strata::codegen {

/// Of objects with a `qualified_name name`. Points into the list, which must outlive it and not
/// grow; of two objects with one name the first is found.
template <typename Object>
class lookup {
public:
  explicit lookup(std::vector<Object>& objects) {
    for (Object& each : objects) {
      by_name_.emplace(each.name, &each);
    }
  }

  Object* find(const model::qualified_name& name) const {
    const auto found = by_name_.find(name);
    return found == by_name_.end() ? nullptr : found->second;
  }

private:
  std::map<model::qualified_name, Object*> by_name_;
};

/// The same for a list that is only read.
template <typename Object>
class const_lookup {
public:
  explicit const_lookup(const std::vector<Object>& objects) {
    for (const Object& each : objects) {
      by_name_.emplace(each.name, &each);
    }
  }

  const Object* find(const model::qualified_name& name) const {
    const auto found = by_name_.find(name);
    return found == by_name_.end() ? nullptr : found->second;
  }

private:
  std::map<model::qualified_name, const Object*> by_name_;
};

/// An element of a table by its plain name; tables are short enough to be walked.
template <typename Element>
const Element* find_named(const std::vector<Element>& elements, const std::string& name) {
  for (const Element& each : elements) {
    if (each.name == name) {
      return &each;
    }
  }
  return nullptr;
}

} // namespace strata::codegen
