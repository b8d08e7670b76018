// A partition that is detached keeps what its parent gave it; one that is attached must have its
// parent's checks, and gets the other things if it lacks them.
#include "codegen/compose/default_names.hpp"
#include "codegen/diff/key_index.hpp"
#include "codegen/diff/named_elements.hpp"
#include "codegen/diff/partition_parent.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace strata::codegen {
namespace {

template <typename Element>
bool has_name(const std::vector<Element>& all, const std::string& name) {
  return std::any_of(
      all.begin(), all.end(), [&](const Element& each) { return each.name == name; });
}

/// What a partition inherits, under the names that the server gives it.
class inheriting {
public:
  inheriting(const model::schema& in, model::table& partition, const model::table& parent)
      : in_(in), partition_(partition), parent_(parent) {}

  void run() {
    if (parent_.primary_key && !partition_.primary_key) {
      partition_.primary_key = key(*parent_.primary_key);
    }
    for (const model::unique_constraint& each : parent_.uniques) {
      if (std::none_of(partition_.uniques.begin(), partition_.uniques.end(), [&](const auto& own) {
            return own.columns == each.columns;
          })) {
        partition_.uniques.push_back(key(each));
      }
    }
    inherit(partition_.checks, parent_.checks, [](const auto& each) { return !each.no_inherit; });
    inherit(partition_.foreign_keys, parent_.foreign_keys, [](const auto&) { return true; });
    indexes();
  }

private:
  template <typename Element>
  static Element plain(const Element& from) {
    Element element = from;
    element.comment.clear();
    element.where = {};
    return element;
  }

  template <typename Element>
  Element named(const Element& from) const {
    Element element = plain(from);
    for (int number = 0;; ++number) {
      element.name.clear();
      element.name = base_name(partition_, element, number == 0 ? "" : std::to_string(number));
      if (!is_taken(element.name)) {
        return element;
      }
    }
  }

  /// A part under a name of its own is declared as an index.
  template <typename Key>
  Key key(const Key& from) {
    const auto part = std::find_if(partition_.indexes.begin(),
                                   partition_.indexes.end(),
                                   [&](const auto& each) { return each.part_of == from.name; });
    if (part == partition_.indexes.end()) {
      return named(from);
    }
    Key made = plain(from);
    made.name = part->name;
    partition_.indexes.erase(part);
    return made;
  }

  static bool has_relation(const model::table& table, const std::string& name) {
    return (table.primary_key && table.primary_key->name == name) ||
           has_name(table.uniques, name) || has_name(table.exclusions, name) ||
           has_name(table.indexes, name);
  }

  bool is_taken(const std::string& name) const {
    return has_relation(partition_, name) ||
           std::any_of(in_.tables.begin(), in_.tables.end(), [&](const model::table& each) {
             return each.name.schema == partition_.name.schema &&
                    (each.name.name == name || has_relation(each, name));
           });
  }

  template <typename Element, typename Inherits>
  static void
  inherit(std::vector<Element>& own, const std::vector<Element>& parents, Inherits inherits) {
    for (const Element& each : parents) {
      if (inherits(each) && !has_name(own, each.name)) {
        own.push_back(plain(each));
      }
    }
  }

  void indexes() {
    std::set<std::string> parts;
    for (model::index& each : partition_.indexes) {
      parts.insert(std::exchange(each.part_of, {}));
    }
    for (const model::index& each : parent_.indexes) {
      if (each.only_parent || parts.count(each.name) > 0 || key_like(partition_, each)) {
        continue;
      }
      model::index part = named(each);
      part.part_of.clear();
      partition_.indexes.push_back(std::move(part));
    }
  }

  const model::schema& in_;
  model::table& partition_;
  const model::table& parent_;
};

/// Without what the server makes itself where a table is attached: all that is inherited and was
/// not there, but for what it wants to find.
template <typename Element>
void leave_to_server(const definitions& compare,
                     const std::vector<Element>& before,
                     std::vector<Element>& after,
                     const std::vector<Element>& own) {
  const element_changes<Element> changes = match_elements(compare, before, after);
  std::set<std::string> made;
  for (const Element* each : changes.added) {
    made.insert(each->name);
  }
  for (const auto& [was, is] : changes.changed) {
    made.insert(is->name);
  }
  std::erase_if(after, [&](const Element& each) {
    return made.count(each.name) > 0 && !has_name(own, each.name);
  });
}

} // namespace

model::table with_parents_elements(const model::schema& in, model::table table) {
  if (const model::table* const parent = parent_of(in, table)) {
    inheriting(in, table, with_parents_elements(in, *parent)).run();
  }
  return table;
}

void diff_moved_partition(difference& all, const model::table& before, const model::table& after) {
  const model::table was = with_parents_elements(all.from, before);
  model::table is = with_parents_elements(all.to, after);
  const definitions compare(all, after.name);
  leave_to_server(compare, was.uniques, is.uniques, after.uniques);
  leave_to_server(compare, was.foreign_keys, is.foreign_keys, after.foreign_keys);
  leave_to_server(compare, was.indexes, is.indexes, after.indexes);
  if (!after.primary_key &&
      !(was.primary_key && is.primary_key && compare.are_same(*was.primary_key, *is.primary_key))) {
    is.primary_key.reset();
  }
  // Which parts there are is theirs to say again.
  for (model::index& each : is.indexes) {
    const auto own = std::find_if(after.indexes.begin(), after.indexes.end(), [&](const auto& one) {
      return one.name == each.name;
    });
    each.part_of = own == after.indexes.end() ? std::string() : own->part_of;
  }
  diff_constraints(all, was, is);
  diff_foreign_keys(all, was, is);
  diff_indexes(all, after.name, was.indexes, is.indexes);
}

} // namespace strata::codegen
