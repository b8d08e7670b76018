// Random objects that PostgreSQL alone has; on SQLite the schema is without them.
#include "tests/property/schema_generator.hpp"

#include "codegen/sql/quote.hpp"
#include "tests/support/model_builders.hpp"

namespace strata::testing {
namespace {

using codegen::sql::quote;

/// A column that a key can be on, whose values are never null.
const model::column* plain_column(const model::table& on) {
  for (const model::column& each : on.columns) {
    if (is_distinct(each.type) && !each.nullable && !each.generated)
      return &each;
  }
  return nullptr;
}

} // namespace

model::sequence schema_generator::sequence() {
  model::sequence made;
  made.name.name = name("s");
  made.only = only_postgresql;
  if (random_.chance(30))
    made.type = model::type_kind::integer;
  if (random_.chance(40))
    made.increment = random_.chance(50) ? 5 : -1;
  if (random_.chance(30))
    made.cache = 20;
  made.cycle = random_.chance(30);
  return made;
}

model::domain schema_generator::domain() {
  model::domain made;
  made.name.name = name("d");
  made.only = only_postgresql;
  made.type = random_.chance(50) ? integer : testing::text;
  const bool is_number = made.type == integer;
  if (random_.chance(60)) {
    model::check_constraint& check = made.checks.emplace_back();
    check.name = name("dc");
    check.expression.postgresql = is_number ? "VALUE > -5" : "VALUE <> 'it''s \"bad\"'";
  }
  if (random_.chance(30)) {
    made.default_to = is_number ? model::default_value(literal_integer(7))
                                : model::default_value(literal_text("it's"));
  }
  if (random_.chance(20))
    made.comment = "what's \"it\"; for";
  return made;
}

model::composite_type schema_generator::composite_type() {
  model::composite_type made;
  made.name.name = name("ct");
  made.only = only_postgresql;
  for (std::size_t each = 0; each < 1 + random_.below(3); ++each)
    made.attributes.push_back(attribute());
  return made;
}

model::composite_type::attribute schema_generator::attribute() {
  model::composite_type::attribute made;
  made.name = name("at");
  made.type = random_.chance(50) ? integer : testing::text;
  return made;
}

model::policy schema_generator::policy(const model::table& on) {
  model::policy made;
  made.name = name("p");
  made.table = on.name;
  made.only = only_postgresql;
  made.restrictive = random_.chance(20);
  made.of = random_.chance(50) ? model::policy::command::all : model::policy::command::select;
  const model::column* column = plain_column(on);
  made.using_sql.postgresql = column == nullptr ? "true" : quote(column->name) + " IS NOT NULL";
  return made;
}

model::rule schema_generator::rule(const model::table& on) {
  model::rule made;
  made.name = name("ru");
  made.table = on.name;
  made.only = only_postgresql;
  made.event = random_.pick(std::vector<std::string>{"INSERT", "UPDATE", "DELETE"});
  made.action.postgresql = random_.chance(50) ? "DO ALSO NOTHING" : "DO ALSO NOTIFY changed";
  return made;
}

model::view schema_generator::materialized_view(const model::table& on) {
  model::view made = view(on);
  made.materialized = true;
  made.only = only_postgresql;
  return made;
}

model::exclusion_constraint schema_generator::exclusion(const model::table& on) {
  model::exclusion_constraint made;
  made.name = name("ex");
  made.method = "hash";
  made.only = only_postgresql;
  made.elements.push_back({plain_column(on)->name, {}, {}, "="});
  return made;
}

bool schema_generator::can_exclude(const model::table& on) { return plain_column(on) != nullptr; }

void schema_generator::add_further(model::schema& to) {
  for (std::size_t each = 0; each < random_.below(3); ++each)
    to.sequences.push_back(sequence());
  for (std::size_t each = 0; each < random_.below(3); ++each)
    to.domains.push_back(domain());
  for (std::size_t each = 0; each < random_.below(2); ++each)
    to.composite_types.push_back(composite_type());
  for (model::table& each : to.tables) {
    if (random_.chance(20)) {
      each.row_security = true;
      to.policies.push_back(policy(each));
    }
    if (random_.chance(15))
      to.rules.push_back(rule(each));
    if (random_.chance(15))
      to.views.push_back(materialized_view(each));
    if (random_.chance(15) && can_exclude(each))
      each.exclusions.push_back(exclusion(each));
    if (random_.chance(30))
      add_user_typed(each, to);
  }
}

void schema_generator::add_user_typed(model::table& to, const model::schema& in) {
  testing::column made(name("u"), {});
  made.type.kind = model::type_kind::named;
  made.nullable = true;
  made.only = only_postgresql;
  if (!in.domains.empty() && random_.chance(60))
    made.type.name = random_.pick(in.domains).name;
  else if (!in.composite_types.empty())
    made.type.name = random_.pick(in.composite_types).name;
  else
    return;
  to.columns.push_back(made);
}

model::schema sound_on(model::dialect on, model::schema schema) {
  for (model::table& each : schema.tables)
    each.row_security = each.row_security && on == model::dialect::postgresql;
  return schema;
}

} // namespace strata::testing
