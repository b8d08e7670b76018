// Finding, removing and replacing a table's elements by name.
#include "codegen/compose/derivable_table.hpp"

#include "codegen/compose/default_names.hpp"

#include <algorithm>
#include <cstddef>

namespace strata::codegen {
namespace {

using model::object_kind;

template <typename Element>
std::vector<std::string> names_of(const std::vector<Element>& elements) {
  std::vector<std::string> names;
  for (const Element& each : elements) {
    names.push_back(each.name);
  }
  return names;
}

/// The default name of an expression says too little to tell that two are the same.
bool is_known_by_default_name(const model::unique_constraint&) { return true; }

bool is_known_by_default_name(const model::foreign_key&) { return true; }

bool is_known_by_default_name(const model::check_constraint&) { return false; }

bool is_known_by_default_name(const model::exclusion_constraint&) { return false; }

bool is_known_by_default_name(const model::index& of) {
  return std::none_of(of.keys.begin(), of.keys.end(), [](const model::index_key& key) {
    return key.column.empty();
  });
}

template <typename Element>
bool is_replaced_by(const model::table& owner,
                    const Element& element,
                    const std::string& former,
                    const Element& change) {
  if (change.name.empty() && !is_known_by_default_name(change)) {
    return element == change;
  }
  const std::string name = base_name(owner, change);
  return base_name(owner, element) == name || (element.name.empty() && former == name);
}

} // namespace

derivable_table::derivable_table(model::table declared, const model::table& before)
    : table_(std::move(declared)),
      primary_key_(before.primary_key ? before.primary_key->name : std::string()),
      uniques_(names_of(before.uniques)),
      checks_(names_of(before.checks)),
      foreign_keys_(names_of(before.foreign_keys)),
      exclusions_(names_of(before.exclusions)),
      indexes_(names_of(before.indexes)) {}

template <typename Element>
bool derivable_table::remove_named(std::vector<Element>& elements,
                                   former_names& former,
                                   const std::string& name) {
  for (std::size_t i = 0; i < elements.size(); ++i) {
    if (former[i] == name || base_name(table_, elements[i]) == name) {
      elements.erase(elements.begin() + static_cast<std::ptrdiff_t>(i));
      former.erase(former.begin() + static_cast<std::ptrdiff_t>(i));
      return true;
    }
  }
  return false;
}

bool derivable_table::remove(object_kind kind, const std::string& name) {
  if (kind == object_kind::column) {
    return std::erase_if(table_.columns, [&](const model::column& c) { return c.name == name; }) >
           0;
  }
  if (kind == object_kind::index) {
    return remove_named(table_.indexes, indexes_, name);
  }
  if (table_.primary_key &&
      (primary_key_ == name || base_name(table_, *table_.primary_key) == name)) {
    table_.primary_key.reset();
    return true;
  }
  return remove_named(table_.uniques, uniques_, name) ||
         remove_named(table_.checks, checks_, name) ||
         remove_named(table_.foreign_keys, foreign_keys_, name) ||
         remove_named(table_.exclusions, exclusions_, name);
}

template <typename Element>
void derivable_table::change_all(std::vector<Element>& elements,
                                 former_names& former,
                                 const std::vector<Element>& changes) {
  for (const Element& change : changes) {
    std::size_t i = 0;
    while (i < former.size() && !is_replaced_by(table_, elements[i], former[i], change)) {
      ++i;
    }
    if (i < former.size()) {
      elements[i] = change;
    } else {
      elements.push_back(change);
    }
  }
}

void derivable_table::change(const model::table& changes) {
  for (const model::column& change : changes.columns) {
    const auto same = std::find_if(table_.columns.begin(),
                                   table_.columns.end(),
                                   [&](const auto& c) { return c.name == change.name; });
    if (same == table_.columns.end()) {
      table_.columns.push_back(change);
    } else {
      *same = change;
    }
  }
  if (changes.primary_key) {
    table_.primary_key = changes.primary_key;
  }
  change_all(table_.uniques, uniques_, changes.uniques);
  change_all(table_.checks, checks_, changes.checks);
  change_all(table_.foreign_keys, foreign_keys_, changes.foreign_keys);
  change_all(table_.exclusions, exclusions_, changes.exclusions);
  change_all(table_.indexes, indexes_, changes.indexes);
}

std::vector<std::string> derivable_table::names(object_kind kind) const {
  if (kind == object_kind::column) {
    return names_of(table_.columns);
  }
  if (kind == object_kind::index) {
    return indexes_;
  }
  std::vector<std::string> all;
  for (const former_names* each : {&uniques_, &checks_, &foreign_keys_, &exclusions_}) {
    all.insert(all.end(), each->begin(), each->end());
  }
  all.push_back(primary_key_);
  return all;
}

} // namespace strata::codegen
