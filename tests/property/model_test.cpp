// Any schema, any change, without a database.
#include "codegen/diff/apply.hpp"
#include "codegen/diff/diff.hpp"
#include "codegen/lock/canonical.hpp"
#include "codegen/plan/migration.hpp"
#include "tests/property/random_edit.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/migration_trial.hpp"

#include <algorithm>

using namespace strata;
using namespace strata::testing;

namespace {

/// Two versions, one random change apart.
struct pair_of_versions {
  model::version from;
  model::version to;
};

pair_of_versions versions(std::uint64_t seed) {
  const model::schema from = schema_generator(seed).schema();
  const edited_schema to = random_edit(seed + 1, from, 5);
  return {version_of(1, from), version_of(2, to.schema, to.transition)};
}

/// The same objects, declared in another order.
model::schema objects_turned(model::schema schema) {
  std::ranges::reverse(schema.tables);
  std::ranges::reverse(schema.views);
  std::ranges::reverse(schema.enumerations);
  std::ranges::reverse(schema.triggers);
  return schema;
}

/// The elements of tables in another order too, which a table's own text follows.
model::schema turned(model::schema schema) {
  schema = objects_turned(std::move(schema));
  for (model::table& table : schema.tables) {
    std::ranges::reverse(table.uniques);
    std::ranges::reverse(table.checks);
    std::ranges::reverse(table.foreign_keys);
    std::ranges::reverse(table.indexes);
  }
  return schema;
}

std::string all_sql(const pair_of_versions& of, model::dialect on) {
  codegen::diagnostics ignored;
  const codegen::target target{on, on == model::dialect::sqlite ? 3038000 : 130000};
  model::version from = of.from;
  from.schema = sound_on(on, from.schema);
  model::version to = of.to;
  to.schema = sound_on(on, to.schema);
  const auto sql = codegen::make_migration(target, &from, to, ignored);
  return sql.up + sql.plain.value_or("") + sql.down;
}

void check_order(const pair_of_versions& of) {
  pair_of_versions other = of;
  other.from.schema = objects_turned(of.from.schema);
  other.to.schema = objects_turned(of.to.schema);
  CHECK(all_sql(of, model::dialect::postgresql) == all_sql(other, model::dialect::postgresql));
  CHECK(all_sql(of, model::dialect::sqlite) == all_sql(other, model::dialect::sqlite));
}

/// Runs `check` on the pair of each seed, and says which seed it was.
template <typename Check>
void for_any(const char* test, Check check) {
  for (int run = 0; run < runs(300); ++run) {
    const std::uint64_t seed = seed_of(test, run);
    INFO("seed " << seed << ", run " << run);
    check(versions(seed));
  }
}

} // namespace

TEST_CASE("a schema does not differ from itself, however it is declared", "[model]") {
  for_any("itself", [](const pair_of_versions& of) {
    CHECK(codegen::diff(of.to.schema, of.to.schema, {}).empty());
    CHECK(codegen::diff(of.to.schema, turned(of.to.schema), {}).empty());
  });
}

TEST_CASE("a diff applied gives what it was made for, there and back", "[model]") {
  for_any("apply", [](const pair_of_versions& of) {
    const auto there = codegen::diff(of.from.schema, of.to.schema, of.to.transition);
    CHECK(codegen::in_order_of_name(codegen::apply(of.from.schema, there)) ==
          codegen::in_order_of_name(of.to.schema));
    const auto back =
        codegen::diff(of.to.schema, of.from.schema, codegen::reverse(of.to.transition));
    CHECK(codegen::in_order_of_name(codegen::apply(of.to.schema, back)) ==
          codegen::in_order_of_name(of.from.schema));
  });
}

TEST_CASE("the order of declaration changes no output", "[model]") {
  for_any("order", check_order);
}

TEST_CASE("the lock reads back as what was printed, and has one fingerprint", "[model]") {
  for_any("lock", [](const pair_of_versions& of) {
    const auto printed = codegen::canonical({of.from, of.to}).at(1);
    model::version read = codegen::model_of(printed);
    CHECK(codegen::in_order_of_name(read.schema) == codegen::in_order_of_name(of.to.schema));
    CHECK(read.transition == of.to.transition);
    CHECK(codegen::fingerprint(codegen::canonical({of.from, read}).at(1)) ==
          codegen::fingerprint(printed));
  });
}
