// Changes of the objects that PostgreSQL alone has.
#include "tests/property/random_edit.hpp"

#include <algorithm>

namespace strata::testing {
namespace {

bool has_type(const model::column& column, const model::qualified_name& name) {
  return column.type.kind == model::type_kind::named && column.type.name == name;
}

} // namespace

bool schema_editor::is_used_type(const model::qualified_name& name) const {
  const auto uses = [&](const model::table& table) {
    return std::ranges::any_of(table.columns,
                               [&](const model::column& each) { return has_type(each, name); });
  };
  return std::ranges::any_of(edited_.schema.tables, uses) ||
         std::ranges::any_of(before_.tables, uses);
}

void schema_editor::add_further() {
  model::schema& schema = edited_.schema;
  model::table* table = any_table();
  if (table == nullptr)
    return;
  switch (random_.below(7)) {
  case 0:
    schema.sequences.push_back(generator_.sequence());
    break;
  case 1:
    schema.domains.push_back(generator_.domain());
    break;
  case 2:
    schema.composite_types.push_back(generator_.composite_type());
    break;
  case 3:
    schema.policies.push_back(generator_.policy(*table));
    table->row_security = true;
    break;
  case 4:
    schema.rules.push_back(generator_.rule(*table));
    break;
  case 5:
    schema.views.push_back(generator_.materialized_view(*table));
    break;
  default:
    if (generator_.can_exclude(*table)) {
      const model::exclusion_constraint added = generator_.exclusion(*table);
      // A new column has one value in all rows.
      if (!new_columns_.contains(added.elements.front().column))
        table->exclusions.push_back(added);
    }
  }
  tell("add a further object, maybe to", *table);
}

void schema_editor::drop_further() {
  model::schema& schema = edited_.schema;
  const auto drop_one = [&](auto& all) {
    if (!all.empty()) {
      const auto at = static_cast<std::ptrdiff_t>(random_.below(all.size()));
      edited_.story += "drop a further object\n";
      all.erase(all.begin() + at);
    }
  };
  const auto drop_type = [&](auto& all) {
    if (!all.empty() && !is_used_type(all.back().name)) {
      edited_.story += "drop type " + all.back().name.name + "\n";
      all.pop_back();
    }
  };
  switch (random_.below(6)) {
  case 0:
    return drop_one(schema.sequences);
  case 1:
    return drop_type(schema.domains);
  case 2:
    return drop_type(schema.composite_types);
  case 3:
    return drop_one(schema.policies);
  case 4:
    return drop_one(schema.rules);
  default:
    return drop_one(any_table()->exclusions);
  }
}

void schema_editor::change_further() {
  model::schema& schema = edited_.schema;
  edited_.story += "change a further object\n";
  switch (random_.below(5)) {
  case 0:
    if (model::sequence* sequence = random_.pick_one(schema.sequences)) {
      const model::sequence other = generator_.sequence();
      sequence->cycle = !sequence->cycle;
      sequence->cache = other.cache;
      sequence->type = other.type;
    }
    return;
  case 1:
    if (model::domain* domain = random_.pick_one(schema.domains)) {
      domain->comment = random_.chance(50) ? "" : "changed: it's";
      domain->default_to.reset();
      if (random_.chance(50))
        domain->checks.clear();
    }
    return;
  case 2:
    if (model::composite_type* type = random_.pick_one(schema.composite_types))
      type->attributes.push_back(generator_.attribute());
    return;
  case 3:
    if (model::policy* policy = random_.pick_one(schema.policies)) {
      policy->restrictive = !policy->restrictive;
      policy->using_sql.postgresql = "1 < 2";
    }
    return;
  default:
    if (model::rule* rule = random_.pick_one(schema.rules))
      rule->action.postgresql = "DO ALSO NOTIFY otherwise";
  }
}

} // namespace strata::testing
