// Names that two objects would share: relations of one schema, types, constraints of a table.
#include "codegen/check/schema_rules.hpp"

#include <fmt/format.h>

#include <map>

namespace strata::codegen {
namespace {

bool share_a_database(const model::dialect_set& a, const model::dialect_set& b) {
  return (a.postgresql && b.postgresql) || (a.sqlite && b.sqlite);
}

/// Names in use, and by what.
class name_space {
public:
  name_space(diagnostics& out, const char* code) : out_(out), code_(code) {}

  void take(const model::qualified_name& name,
            std::string what,
            const model::dialect_set& only,
            const model::place& where) {
    const auto [taken, is_new] = taken_.try_emplace(name, holder{what, only});
    if (is_new || !share_a_database(taken->second.only, only)) {
      return;
    }
    out_.add({code_,
              fmt::format("{} takes the name {}, which {} has; give one of them another name",
                          what,
                          display(name),
                          taken->second.what),
              {R"(.named("…") on a constraint or an index)"},
              where});
  }

private:
  struct holder {
    std::string what;
    model::dialect_set only;
  };

  diagnostics& out_;
  const char* code_;
  std::map<model::qualified_name, holder> taken_;
};

model::dialect_set both(const model::dialect_set& a, const model::dialect_set& b) {
  return {a.postgresql && b.postgresql, a.sqlite && b.sqlite};
}

constexpr model::dialect_set on_postgresql{true, false};

void take_indexes(name_space& relations,
                  const model::qualified_name& owner,
                  const model::dialect_set& only,
                  const std::vector<model::index>& indexes) {
  for (const model::index& each : indexes) {
    relations.take({owner.schema, each.name},
                   "an index of " + display(owner),
                   both(only, each.only),
                   each.where);
  }
}

/// What stands behind a key, and the sequence of an identity: relations on PostgreSQL alone.
void take_hidden(name_space& relations, const model::table& table) {
  const model::dialect_set only = both(table.only, on_postgresql);
  const auto take = [&](const auto& element, const char* what) {
    relations.take({table.name.schema, element.name},
                   fmt::format("{} of {}", what, display(table.name)),
                   only,
                   element.where);
  };
  if (table.primary_key) {
    take(*table.primary_key, "the primary key");
  }
  for (const model::unique_constraint& each : table.uniques) {
    take(each, "a unique constraint");
  }
  for (const model::exclusion_constraint& each : table.exclusions) {
    take(each, "an exclusion");
  }
}

void check_constraints(const checked_schema& all, const model::table& table) {
  name_space constraints(all.out, "S141");
  const auto take = [&](const auto& element, const char* what) {
    constraints.take(
        {{}, element.name}, fmt::format("{} of {}", what, display(table.name)), {}, element.where);
  };
  if (table.primary_key) {
    take(*table.primary_key, "the primary key");
  }
  for (const model::unique_constraint& each : table.uniques) {
    take(each, "a unique constraint");
  }
  for (const model::exclusion_constraint& each : table.exclusions) {
    take(each, "an exclusion");
  }
  for (const model::check_constraint& each : table.checks) {
    take(each, "a check");
  }
  for (const model::foreign_key& each : table.foreign_keys) {
    take(each, "a foreign key");
  }
}

void check_types(const checked_schema& all) {
  name_space types(all.out, "S142");
  for (const model::table& each : all.schema.tables) {
    types.take(
        each.name, "table " + display(each.name), both(each.only, on_postgresql), each.where);
  }
  for (const model::view& each : all.schema.views) {
    types.take(each.name, "view " + display(each.name), both(each.only, on_postgresql), each.where);
  }
  for (const model::enumeration& each : all.schema.enumerations) {
    types.take(
        each.name, "enumeration " + display(each.name), both(each.only, on_postgresql), each.where);
  }
  const auto take_all = [&](const auto& objects, const char* what) {
    for (const auto& each : objects) {
      types.take(each.name, what + display(each.name), both(each.only, on_postgresql), each.where);
    }
  };
  take_all(all.schema.domains, "domain ");
  take_all(all.schema.composite_types, "composite type ");
  take_all(all.schema.range_types, "range type ");
}

} // namespace

void check_names(const checked_schema& all) {
  name_space relations(all.out, "S140");
  for (const model::table& each : all.schema.tables) {
    relations.take(each.name, "table " + display(each.name), each.only, each.where);
  }
  for (const model::view& each : all.schema.views) {
    relations.take(each.name, "view " + display(each.name), each.only, each.where);
  }
  for (const model::sequence& each : all.schema.sequences) {
    relations.take(
        each.name, "sequence " + display(each.name), both(each.only, on_postgresql), each.where);
  }
  for (const model::table& each : all.schema.tables) {
    take_hidden(relations, each);
    take_indexes(relations, each.name, each.only, each.indexes);
    check_constraints(all, each);
  }
  for (const model::view& each : all.schema.views) {
    take_indexes(relations, each.name, each.only, each.indexes);
  }
  check_types(all);
}

} // namespace strata::codegen
