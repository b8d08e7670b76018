// Default names for a whole schema: given names first, then collisions numbered.
#include "codegen/compose/default_names.hpp"

#include <algorithm>
#include <string>
#include <unordered_set>
#include <utility>

namespace strata::codegen {
namespace {

using used_names = std::unordered_set<std::string>;

/// Neither part can hold the byte between them.
std::string in_schema(const std::string& schema, const std::string& name) {
  return schema + '\0' + name;
}

/// Relations (tables, views, sequences, indexes) share one name space in each schema, and default
/// names of constraints keep clear of each other in another.
class namer {
public:
  void reserve_relation(const std::string& schema, const std::string& name) {
    relations_.insert(in_schema(schema, name));
  }

  void reserve_constraint(const std::string& schema, const std::string& name) {
    constraints_.insert(in_schema(schema, name));
  }

  template <typename Element>
  void name_index(const model::table& owner, Element& element, bool is_constraint) {
    if (!element.name.empty()) {
      return;
    }
    choose(owner, element, [&](const std::string& name) {
      return is_free(relations_, owner, name) &&
             (!is_constraint || is_free(constraints_, owner, name));
    });
    reserve_relation(owner.name.schema, element.name);
    if (is_constraint) {
      reserve_constraint(owner.name.schema, element.name);
    }
  }

  template <typename Element>
  void name_constraint(const model::table& owner, Element& element) {
    if (element.name.empty()) {
      choose(owner, element, [&](const std::string& name) {
        return is_free(constraints_, owner, name);
      });
      reserve_constraint(owner.name.schema, element.name);
    }
  }

private:
  static bool is_free(const used_names& used, const model::table& owner, const std::string& name) {
    return used.count(in_schema(owner.name.schema, name)) == 0;
  }

  template <typename Element, typename Free>
  static void choose(const model::table& owner, Element& element, Free is_free_name) {
    std::string name = base_name(owner, element);
    for (int number = 1; !is_free_name(name); ++number) {
      name = base_name(owner, element, std::to_string(number));
    }
    element.name = std::move(name);
  }

  used_names relations_;
  used_names constraints_;
};

void reserve_given(namer& names, const model::table& table) {
  const std::string& schema = table.name.schema;
  names.reserve_relation(schema, table.name.name);
  for (const model::column& each : table.columns) {
    if (each.identity) {
      names.reserve_relation(schema,
                             each.identity->sequence.empty() ? identity_sequence_name(table, each)
                                                             : each.identity->sequence);
    }
  }
  const auto reserve = [&](const auto& elements, bool is_relation, bool is_constraint) {
    for (const auto& each : elements) {
      if (!each.name.empty() && is_relation) {
        names.reserve_relation(schema, each.name);
      }
      if (!each.name.empty() && is_constraint) {
        names.reserve_constraint(schema, each.name);
      }
    }
  };
  if (table.primary_key) {
    reserve(std::vector<model::primary_key>{*table.primary_key}, true, true);
  }
  reserve(table.uniques, true, true);
  reserve(table.exclusions, true, true);
  reserve(table.checks, false, true);
  reserve(table.foreign_keys, false, true);
  reserve(table.indexes, true, false);
}

void name_table(namer& names, model::table& table) {
  if (table.primary_key) {
    names.name_index(table, *table.primary_key, true);
  }
  for (model::unique_constraint& each : table.uniques) {
    names.name_index(table, each, true);
  }
  for (model::exclusion_constraint& each : table.exclusions) {
    names.name_index(table, each, true);
  }
  for (model::check_constraint& each : table.checks) {
    names.name_constraint(table, each);
  }
  for (model::foreign_key& each : table.foreign_keys) {
    names.name_constraint(table, each);
  }
  for (model::index& each : table.indexes) {
    names.name_index(table, each, false);
  }
}

void name_view(namer& names, model::view& view) {
  model::table as_table;
  as_table.name = view.name;
  for (model::index& each : view.indexes) {
    names.name_index(as_table, each, false);
  }
}

/// A domain's checks have their names to themselves.
void name_domain(model::domain& domain) {
  const auto is_taken = [&](const std::string& name) {
    return std::any_of(domain.checks.begin(), domain.checks.end(), [&](const auto& each) {
      return each.name == name;
    });
  };
  for (model::check_constraint& each : domain.checks) {
    if (!each.name.empty()) {
      continue;
    }
    std::string name = domain_check_name(domain);
    for (int number = 1; is_taken(name); ++number) {
      name = domain_check_name(domain, std::to_string(number));
    }
    each.name = std::move(name);
  }
}

template <typename Object>
std::vector<Object*> by_name(std::vector<Object>& objects) {
  std::vector<Object*> sorted;
  for (Object& each : objects) {
    sorted.push_back(&each);
  }
  std::sort(sorted.begin(), sorted.end(), [](const Object* a, const Object* b) {
    return a->name < b->name;
  });
  return sorted;
}

} // namespace

void name_all(model::schema& schema) {
  namer names;
  for (const model::table& each : schema.tables) {
    reserve_given(names, each);
  }
  for (const model::view& each : schema.views) {
    names.reserve_relation(each.name.schema, each.name.name);
    for (const model::index& of_view : each.indexes) {
      if (!of_view.name.empty()) {
        names.reserve_relation(each.name.schema, of_view.name);
      }
    }
  }
  for (const model::sequence& each : schema.sequences) {
    names.reserve_relation(each.name.schema, each.name.name);
  }
  for (model::domain& each : schema.domains) {
    name_domain(each);
  }
  for (model::table* each : by_name(schema.tables)) {
    name_table(names, *each);
  }
  for (model::view* each : by_name(schema.views)) {
    name_view(names, *each);
  }
}

} // namespace strata::codegen
