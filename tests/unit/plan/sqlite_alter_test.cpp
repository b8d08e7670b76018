// What ALTER TABLE does exactly on SQLite, and what it must not be trusted with.
#include "tests/support/catch.hpp"
#include "tests/unit/plan/schemas.hpp"
#include "tests/unit/plan/sqlite_memory.hpp"

using namespace strata;
using namespace strata::testing;
using model::type_kind;

namespace {

model::table people_on_sqlite() { return table("people", {identity("id"), column("name")}); }

/// Whether the change of `people` is a rebuild; it is run on a table with a row either way.
bool rebuilds(const model::version& from, const model::version& to) {
  diagnostics found;
  sqlite_memory database;
  database.migrate(codegen::make_migration(on_sqlite, nullptr, from, found).up);
  database.run("INSERT INTO people (id, name) VALUES (1, 'ann')");
  const migration_sql made = codegen::make_migration(on_sqlite, &from, to, found);
  REQUIRE(found.empty());
  database.migrate(made.up);
  CHECK(database.ask("SELECT count(*) FROM people") == "1");
  database.migrate(made.down);
  CHECK(database.ask("SELECT name FROM people") == "ann");
  return made.up.find("__strata_new") != std::string::npos;
}

bool adding_rebuilds(const model::column& added) {
  model::table after = people_on_sqlite();
  after.columns.push_back(added);
  return rebuilds(version({people_on_sqlite()}), version({after}));
}

model::sql_text call(const std::string& text) { return sql(text); }

} // namespace

TEST_CASE("a column is added in place where the value of old rows is null or a literal", "[plan]") {
  CHECK_FALSE(adding_rebuilds(nullable(column("note"))));
  CHECK_FALSE(adding_rebuilds(with_default(column("note"), text("none"))));
  CHECK_FALSE(adding_rebuilds(with_default(nullable(column("note")), text("none"))));
  CHECK_FALSE(adding_rebuilds(nullable(column("active", type_kind::boolean))));
}

TEST_CASE("forms of ADD COLUMN that fail on a table with rows are rebuilds", "[plan]") {
  CHECK(adding_rebuilds(
      with_default(column("made_at", type_kind::timestamptz), model::known_function::now)));
  CHECK(adding_rebuilds(
      with_default(column("key", type_kind::uuid), model::known_function::gen_random_uuid)));
  CHECK(adding_rebuilds(
      with_default(nullable(column("dice", type_kind::integer)), call("random()"))));
  model::column stored = nullable(column("upper_name"));
  stored.generated = model::generated{sql("upper(name)"), model::generated::storage::stored};
  CHECK(adding_rebuilds(stored));
}

TEST_CASE("a random default differs from row to row", "[plan]") {
  diagnostics found;
  sqlite_memory database;
  const model::version from = version({people_on_sqlite()});
  model::table after = people_on_sqlite();
  after.columns.push_back(
      with_default(column("key", type_kind::uuid), model::known_function::gen_random_uuid));
  const model::version to = version({after});
  database.migrate(codegen::make_migration(on_sqlite, nullptr, from, found).up);
  database.run("INSERT INTO people (name) VALUES ('a'), ('b')");
  database.migrate(codegen::make_migration(on_sqlite, &from, to, found).up);
  CHECK(database.ask("SELECT count(DISTINCT key) FROM people") == "2");
  CHECK(database.ask(
            "SELECT count(*) FROM people WHERE length(key) = 36 AND substr(key, 15, 1) = '4' "
            "AND substr(key, 20, 1) IN ('8', '9', 'a', 'b')") == "2");
}

TEST_CASE("a reference comes with its nullable column, else by a rebuild", "[plan]") {
  model::table after = people_on_sqlite();
  after.columns.push_back(nullable(column("boss_id", type_kind::bigint)));
  after.foreign_keys = {foreign_key("people_boss_id_fkey", "boss_id", "people", "id")};
  CHECK_FALSE(rebuilds(version({people_on_sqlite()}), version({after})));
  model::table with_value = after;
  with_value.columns.back() = with_default(with_value.columns.back(), number(1));
  CHECK(rebuilds(version({people_on_sqlite()}), version({with_value})));
}

TEST_CASE("a column is dropped in place unless something else speaks of it", "[plan]") {
  model::table before = people_on_sqlite();
  before.columns.push_back(nullable(column("active", type_kind::boolean)));
  CHECK_FALSE(rebuilds(version({before}), version({people_on_sqlite()})));
  model::table unique_one = before;
  unique_one.uniques = {unique("people_active_key", {"active"})};
  CHECK(rebuilds(version({unique_one}), version({people_on_sqlite()})));
  model::table indexed = before;
  indexed.indexes = {index("people_active_idx", {"active"})};
  CHECK_FALSE(rebuilds(version({indexed}), version({people_on_sqlite()})));
}

TEST_CASE("tables and columns are renamed in place with what refers to them", "[plan]") {
  diagnostics found;
  model::table pets = table("pets", {identity("id"), column("owner_id", type_kind::bigint)});
  pets.foreign_keys = {foreign_key("pets_owner_id_fkey", "owner_id", "people", "id")};
  model::table owners = table("owners", {identity("number"), column("name")});
  owners.primary_key->name = "people_pkey";
  model::table owned = pets;
  owned.foreign_keys.front().target = {"", "owners"};
  owned.foreign_keys.front().target_columns = {"number"};
  const model::version from = version({people_on_sqlite(), pets});
  model::version to = version({owners, owned});
  to.transition.renames = {rename_table("people", "owners"),
                           rename_column("owners", "id", "number")};
  sqlite_memory database;
  database.migrate(codegen::make_migration(on_sqlite, nullptr, from, found).up);
  database.run("INSERT INTO people VALUES (1, 'ann'); INSERT INTO pets VALUES (1, 1)");
  const migration_sql made = codegen::make_migration(on_sqlite, &from, to, found);
  REQUIRE(found.empty());
  database.migrate(made.up);
  CHECK(made.up.find("__strata_new") == std::string::npos);
  CHECK(database.ask("SELECT \"table\", \"to\" FROM pragma_foreign_key_list('pets')") ==
        "owners|number");
  database.migrate(made.down);
  CHECK(database.ask("SELECT id, name FROM people") == "1|ann");
}

TEST_CASE("two tables take each other's name", "[plan]") {
  diagnostics found;
  model::table other = table("others", {identity("id"), column("title")});
  model::table swapped_people = other;
  swapped_people.name = {"", "people"};
  swapped_people.primary_key->name = "others_pkey";
  model::table swapped_others = people_on_sqlite();
  swapped_others.name = {"", "others"};
  const model::version from = version({people_on_sqlite(), other});
  model::version to = version({swapped_people, swapped_others});
  to.transition.renames = {rename_table("people", "others"), rename_table("others", "people")};
  sqlite_memory database;
  database.migrate(codegen::make_migration(on_sqlite, nullptr, from, found).up);
  database.run("INSERT INTO people VALUES (1, 'ann'); INSERT INTO others VALUES (1, 'title')");
  const std::string up = codegen::make_migration(on_sqlite, &from, to, found).up;
  for (const codegen::finding& one : found.sorted()) {
    UNSCOPED_INFO(codegen::format(one));
  }
  REQUIRE(found.empty());
  database.migrate(up);
  CHECK(database.ask("SELECT title FROM people") == "title");
  CHECK(database.ask("SELECT name FROM others") == "ann");
}

TEST_CASE("tables that refer to each other are dropped together", "[plan]") {
  diagnostics found;
  model::table a = table("a", {identity("id"), nullable(column("b_id", type_kind::bigint))});
  a.foreign_keys = {foreign_key("a_b_id_fkey", "b_id", "b", "id")};
  model::table b = table("b", {identity("id"), nullable(column("a_id", type_kind::bigint))});
  b.foreign_keys = {foreign_key("b_a_id_fkey", "a_id", "a", "id")};
  const model::version from = version({a, b, people_on_sqlite()});
  const model::version to = version({people_on_sqlite()});
  sqlite_memory database;
  database.migrate(codegen::make_migration(on_sqlite, nullptr, from, found).up);
  database.run("INSERT INTO a VALUES (1, NULL); INSERT INTO b VALUES (1, 1);"
               "UPDATE a SET b_id = 1");
  database.migrate(codegen::make_migration(on_sqlite, &from, to, found).up);
  REQUIRE(found.empty());
  CHECK(database.objects("table") == "people");
}

TEST_CASE("values that a new check requires are filled before it holds", "[plan]") {
  diagnostics found;
  model::version from = version({people_on_sqlite()});
  from.schema.enumerations = {enumeration("mood", {"happy", "sad"})};
  from.schema.tables.front().columns.push_back(of_enumeration("mood", "mood"));
  model::version to = from;
  to.schema.enumerations = {enumeration("mood", {"happy", "calm"})};
  model::backfill fill = backfill("people", "mood", "'calm'");
  fill.where_sql = sql("mood = 'sad'");
  to.transition.backfills = {fill};
  sqlite_memory database;
  database.migrate(codegen::make_migration(on_sqlite, nullptr, from, found).up);
  database.run("INSERT INTO people VALUES (1, 'ann', 'sad'), (2, 'bob', 'happy')");
  database.migrate(codegen::make_migration(on_sqlite, &from, to, found).up);
  REQUIRE(found.empty());
  CHECK(database.ask("SELECT mood FROM people ORDER BY id") == "calm;happy");
  CHECK_THROWS(database.run("INSERT INTO people VALUES (3, 'eve', 'sad')"));
}

TEST_CASE("a type that SQLite stores otherwise is converted or refused", "[plan]") {
  model::version from = version({people_on_sqlite()});
  from.schema.tables.front().columns.push_back(column("born", type_kind::date));
  model::version to = from;
  to.schema.tables.front().columns.back().type.kind = type_kind::timestamp;
  diagnostics found;
  sqlite_memory database;
  database.migrate(codegen::make_migration(on_sqlite, nullptr, from, found).up);
  database.run("INSERT INTO people VALUES (1, 'ann', '2001-02-03')");
  database.migrate(codegen::make_migration(on_sqlite, &from, to, found).up);
  CHECK(database.ask("SELECT born FROM people") == "2001-02-03T00:00:00.000000");
  CHECK(found.empty());
  to.schema.tables.front().columns.back().type.kind = type_kind::integer;
  codegen::make_migration(on_sqlite, &from, to, found);
  REQUIRE(found.sorted().size() >= 1);
  CHECK(found.sorted().front().code == "S330");
}

TEST_CASE("a column's own words change by themselves where SQLite keeps each value", "[plan]") {
  model::version from = version({people_on_sqlite()});
  from.schema.tables.front().columns.push_back(nullable(column("at")));
  from.schema.tables.front().columns.back().sqlite_type = "TIMESTAMP";
  model::version to = from;
  const auto becomes = [&](const std::string& words) {
    to.schema.tables.front().columns.back().sqlite_type = words;
    diagnostics found;
    sqlite_memory database;
    database.migrate(codegen::make_migration(on_sqlite, nullptr, from, found).up);
    database.run("INSERT INTO people VALUES (1, 'ann', '2001-02-03'), (2, 'bob', 7)");
    const migration_sql made = codegen::make_migration(on_sqlite, &from, to, found);
    if (!found.empty()) {
      return found.sorted().front().code;
    }
    database.migrate(made.up);
    CHECK(database.ask("SELECT group_concat(at || typeof(at)) FROM people") ==
          "2001-02-03text,7integer");
    return database.ask("SELECT type FROM pragma_table_info('people') WHERE name = 'at'");
  };
  CHECK(becomes("DATETIME") == "DATETIME");
  CHECK(becomes("INTEGER") == "INTEGER");
  CHECK(becomes("VARCHAR(30)") == "S330"); // The number would become a text.
  CHECK(becomes("") == "S330");            // TEXT.
}

TEST_CASE("values that do not convert are told by the column's own words", "[plan]") {
  model::version from = version({people_on_sqlite()});
  from.schema.tables.front().columns.push_back(nullable(column("code")));
  const auto messages = [&](const char* before, const char* after) {
    model::version to = from;
    from.schema.tables.front().columns.back().sqlite_type = before;
    to.schema.tables.front().columns.back().sqlite_type = after;
    diagnostics found;
    codegen::make_migration(on_sqlite, &from, to, found);
    std::vector<std::string> all;
    for (const codegen::finding& one : found.sorted()) {
      all.push_back(one.message);
    }
    return all;
  };
  const auto says = [](const std::string& before, const std::string& after) {
    return "values of people.code do not convert from " + before + " to " + after +
           " by themselves on SQLite";
  };
  using both = std::vector<std::string>;
  CHECK(messages("VARCHAR(36)", "UUID") ==
        both{says("UUID", "VARCHAR(36)"), says("VARCHAR(36)", "UUID")});
  CHECK(messages("", "INT") == both{says("INT", "text"), says("text", "INT")});
  CHECK(messages(" ", "INT") == both{says("no type", "INT")});
}
