// Applying a diff to the one model gives the other, for models and edits made from seeds.
#include "codegen/diff/apply.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/diffs.hpp"

#include <random>

using namespace strata;
using namespace strata::testing;
using codegen::in_order_of_name;

namespace {

/// Schemas of a few names each, so that two of them share much and differ in much.
class random_schema {
public:
  explicit random_schema(std::uint32_t seed) : random_(seed) {}

  model::schema make() {
    model::schema schema;
    for (const char* name : {"e", "f"}) {
      if (chance(2)) {
        schema.enumerations.push_back(enumeration(name, some({"a", "b", "c", "d"})));
      }
    }
    for (const char* name : {"one", "two", "three"}) {
      if (!chance(4)) {
        schema.tables.push_back(make_table(name));
      }
    }
    add_foreign_keys(schema);
    add_routines(schema);
    return resolved(schema);
  }

private:
  bool chance(unsigned one_in) { return random_() % one_in == 0; }

  names some(const names& of) {
    names chosen;
    for (const std::string& each : of) {
      if (!chance(3)) {
        chosen.push_back(each);
      }
    }
    return chosen.empty() ? names{of.front()} : chosen;
  }

  std::string comment() { return chance(3) ? "words" : chance(3) ? "more words" : ""; }

  model::table make_table(const char* name) {
    table made = table(name).with_id().with(column("code", text));
    for (const std::string& each : some({"a", "b", "c"})) {
      column added(each, chance(2) ? text : varchar(chance(2) ? 5 : 9));
      added.nullable = chance(2);
      added.comment = comment();
      if (chance(3)) {
        added.default_to = literal_text("x");
      }
      made = made.with(added);
      if (chance(3)) {
        made = made.unique({each});
      }
      if (chance(3)) {
        made = made.check(sql(each + " <> ''"), chance(2) ? "named_" + each : "");
      }
      if (chance(2)) {
        model::index added_index = index({each});
        added_index.unique = chance(2);
        added_index.comment = comment();
        made = made.with(added_index);
      }
    }
    made.comment = comment();
    made.unlogged = chance(5);
    std::vector<std::vector<model::literal>> rows;
    for (int id = 1; id < 4; ++id) {
      if (chance(2)) {
        rows.push_back({literal_integer(id), literal_text(chance(2) ? "p" : "q")});
      }
    }
    if (!rows.empty()) {
      made = made.with_rows({"id", made.columns[1].name}, rows);
    }
    return made;
  }

  void add_foreign_keys(model::schema& schema) {
    for (model::table& each : schema.tables) {
      if (chance(2)) {
        const model::table& target = schema.tables[random_() % schema.tables.size()];
        each.columns.push_back(column("ref", bigint).null());
        each.foreign_keys.push_back(references({"ref"}, target.name.name, {"id"}));
      }
    }
  }

  void add_routines(model::schema& schema) {
    if (schema.tables.empty()) {
      return;
    }
    const std::string first = schema.tables.front().name.name;
    if (chance(2)) {
      schema.views.push_back(
          view("v", sql((chance(2) ? "SELECT 1 FROM " : "SELECT id FROM ") + first), {first}));
      schema.views.back().comment = comment();
      schema.views.push_back(view("over_v", sql("SELECT * FROM v"), {"v"}));
    }
    if (chance(2)) {
      schema.triggers.push_back(
          trigger("g", first, sql(chance(2) ? "AFTER INSERT" : "AFTER UPDATE"), sql("SELECT 1")));
    }
    if (chance(2)) {
      model::function& f = schema.functions.emplace_back();
      f.name.name = "f";
      f.parameters = chance(2) ? "a integer" : "";
      f.definition = sql(chance(2) ? "RETURNS integer AS '1'" : "RETURNS text AS '1'");
      f.comment = comment();
    }
  }

  std::mt19937 random_;
};

model::schema renamed_schema(const std::string& name, const std::string& column_name) {
  return resolved(schema_of(
      {table(name)
           .with_id()
           .with(column(column_name, integer))
           .check(sql(column_name + " > 0"))
           .with(index({column_name})),
       table("child").with_id().with(column("p", bigint)).with(references({"p"}, name, {"id"}))}));
}

} // namespace

TEST_CASE("a diff applied to the one schema gives the other", "[diff]") {
  for (std::uint32_t seed = 1; seed <= 300; ++seed) {
    CAPTURE(seed);
    const model::schema from = random_schema(seed).make();
    const model::schema to = random_schema(seed + 1000).make();
    const auto operations = codegen::diff(from, to, {});
    CAPTURE(brief(operations));
    const bool is_right =
        in_order_of_name(codegen::apply(from, operations)) == in_order_of_name(to);
    REQUIRE(is_right);
    const auto again = codegen::diff(to, to, {});
    REQUIRE(again.empty());
  }
}

TEST_CASE("renames applied there and back give what was", "[diff]") {
  const model::schema from = renamed_schema("regions", "points");
  const model::schema to = renamed_schema("zones", "polygon");
  const transition words =
      transition().rename_table("regions", "zones").rename_column("zones", "points", "polygon");
  const model::schema there = codegen::apply(from, codegen::diff(from, to, words));
  CHECK(in_order_of_name(there) == in_order_of_name(to));
  const model::schema back = codegen::apply(to, codegen::diff(to, from, codegen::reverse(words)));
  CHECK(in_order_of_name(back) == in_order_of_name(from));
}

TEST_CASE("a renamed column is renamed in keys as SQLite has them", "[diff]") {
  const auto keyed = [](const std::string& name) {
    model::schema made =
        schema_of({table("t").with(column(name, text)).unique({name}).key({name})});
    made.tables[0].primary_key->sqlite_keys = name + " COLLATE NOCASE";
    made.tables[0].uniques[0].sqlite_keys = '"' + name + "\" DESC";
    made.tables[0].primary_key->name = "p";
    made.tables[0].uniques[0].name = "u";
    return made;
  };
  const auto operations =
      codegen::diff(keyed("a"), keyed("b"), transition().rename_column("t", "a", "b"));
  CHECK(brief(operations) == names{"rename_column t.a b"});
  CHECK(codegen::apply(keyed("a"), operations) == keyed("b"));
}

TEST_CASE("the order of declaration changes no operation", "[diff]") {
  for (std::uint32_t seed = 1; seed <= 100; ++seed) {
    CAPTURE(seed);
    model::schema from = random_schema(seed).make();
    model::schema to = random_schema(seed + 1000).make();
    const names forward = brief(codegen::diff(from, to, {}));
    std::reverse(from.tables.begin(), from.tables.end());
    std::reverse(to.tables.begin(), to.tables.end());
    CHECK(brief(codegen::diff(from, to, {})) == forward);
  }
}
