// The plan that keeps a busy PostgreSQL up, and the plain one, by their texts.
#include "codegen/sql/printer.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/plan/schemas.hpp"

using namespace strata;
using namespace strata::testing;
using model::type_kind;

namespace {

model::table people() { return table("people", {identity("id"), column("name")}); }

migration_sql change(const model::version& from, const model::version& to) {
  diagnostics found;
  migration_sql made = codegen::make_migration(on_postgresql, &from, to, found);
  for (const codegen::finding& one : found.sorted()) {
    UNSCOPED_INFO(codegen::format(one));
  }
  REQUIRE(found.empty());
  return made;
}

std::string kept(codegen::sql::owned_kind of, const char* name) {
  return codegen::sql::render(codegen::sql::keep_rights{of, {"", name}},
                              model::dialect::postgresql) +
         "\n\n";
}

std::string restored(codegen::sql::owned_kind of, const char* name) {
  return codegen::sql::render(codegen::sql::restore_rights{of, {"", name}},
                              model::dialect::postgresql) +
         "\n\n";
}

} // namespace

TEST_CASE("an index on an existing table is built concurrently, in a step of its own", "[plan]") {
  model::table after = people();
  after.indexes = {index("people_name_idx", {"name"})};
  const migration_sql made = change(version({people()}), version({after}));
  CHECK(made.up == "-- strata: step 1 [expand] [no-transaction] [builds-index people_name_idx]\n"
                   "CREATE INDEX CONCURRENTLY \"people_name_idx\" ON \"people\" (\"name\");\n");
  CHECK(made.down == "-- strata: step 1 [contract] [no-transaction] [drops-index people_name_idx]\n"
                     "DROP INDEX CONCURRENTLY \"people_name_idx\";\n");
}

TEST_CASE("a replaced index serves until the new one is built", "[plan]") {
  model::table before = people();
  before.indexes = {index("people_name_idx", {"name"})};
  model::table after = before;
  after.indexes.front().keys.front().descending = true;
  const migration_sql made = change(version({before}), version({after}));
  CHECK(made.up ==
        "-- strata: step 1 [contract]\n"
        "-- the old index serves until the new one is built\n"
        "ALTER INDEX \"people_name_idx\" RENAME TO \"people_name_idx__strata_old\";\n"
        "\n"
        "-- strata: step 2 [contract] [no-transaction] [builds-index people_name_idx]\n"
        "CREATE INDEX CONCURRENTLY \"people_name_idx\" ON \"people\" (\"name\" DESC);\n"
        "\n"
        "-- strata: step 3 [contract] [no-transaction] [drops-index people_name_idx__strata_old]\n"
        "DROP INDEX CONCURRENTLY \"people_name_idx__strata_old\";\n");
  CHECK(made.plain == "-- strata: step 1 [expand]\n"
                      "DROP INDEX \"people_name_idx\";\n"
                      "\n"
                      "CREATE INDEX \"people_name_idx\" ON \"people\" (\"name\" DESC);\n");
}

TEST_CASE("a check is added and validated in two steps", "[plan]") {
  model::table after = people();
  after.checks = {check("people_name_given", "name <> ''")};
  CHECK(change(version({people()}), version({after})).up ==
        "-- strata: step 1 [contract]\n"
        "ALTER TABLE \"people\"\n"
        "  ADD CONSTRAINT \"people_name_given\" CHECK (name <> '') NOT VALID;\n"
        "\n"
        "-- strata: step 2 [contract]\n"
        "ALTER TABLE \"people\" VALIDATE CONSTRAINT \"people_name_given\";\n");
}

TEST_CASE("a unique constraint takes over an index built concurrently", "[plan]") {
  model::table after = people();
  after.uniques = {unique("people_name_key", {"name"})};
  CHECK(change(version({people()}), version({after})).up ==
        "-- strata: step 1 [contract] [no-transaction] [builds-index people_name_key]\n"
        "CREATE UNIQUE INDEX CONCURRENTLY \"people_name_key\" ON \"people\" (\"name\");\n"
        "\n"
        "-- strata: step 2 [contract]\n"
        "ALTER TABLE \"people\"\n"
        "  ADD CONSTRAINT \"people_name_key\" UNIQUE USING INDEX \"people_name_key\";\n");
}

TEST_CASE("a column becomes NOT NULL after its rows are filled and a check proves it", "[plan]") {
  model::table before = people();
  before.columns.push_back(nullable(column("email")));
  model::table after = people();
  after.columns.push_back(column("email"));
  model::version to = version({after});
  to.transition.backfills = {backfill("people", "email", "''")};
  const migration_sql made = change(version({before}), to);
  CHECK(made.up ==
        "-- strata: step 1 [data]\n"
        "UPDATE \"people\"\nSET \"email\" = ''\nWHERE \"email\" IS NULL;\n"
        "\n"
        "-- strata: step 2 [contract]\n"
        "-- again, for rows that older programs wrote since\n"
        "UPDATE \"people\"\nSET \"email\" = ''\nWHERE \"email\" IS NULL;\n"
        "\n"
        "-- strata: step 3 [contract]\n"
        "ALTER TABLE \"people\"\n"
        "  ADD CONSTRAINT \"strata_not_null_email\" CHECK (\"email\" IS NOT NULL) NOT VALID;\n"
        "\n"
        "-- strata: step 4 [contract]\n"
        "ALTER TABLE \"people\" VALIDATE CONSTRAINT \"strata_not_null_email\";\n"
        "\n"
        "-- strata: step 5 [contract]\n"
        "ALTER TABLE \"people\" ALTER COLUMN \"email\" SET NOT NULL;\n"
        "\n"
        "ALTER TABLE \"people\" DROP CONSTRAINT \"strata_not_null_email\";\n");
  CHECK(made.plain == "-- strata: step 1 [expand]\n"
                      "UPDATE \"people\"\nSET \"email\" = ''\nWHERE \"email\" IS NULL;\n"
                      "\n"
                      "ALTER TABLE \"people\" ALTER COLUMN \"email\" SET NOT NULL;\n");
}

TEST_CASE("a new table gets its things plainly, in one step", "[plan]") {
  model::table pets = table("pets", {identity("id"), column("owner_id", type_kind::bigint)});
  pets.foreign_keys = {foreign_key("pets_owner_id_fkey", "owner_id", "people", "id")};
  pets.indexes = {index("pets_owner_id_idx", {"owner_id"})};
  const migration_sql made = change(version({people()}), version({people(), pets}));
  CHECK(made.up == "-- strata: step 1 [expand]\n"
                   "CREATE TABLE \"pets\" (\n"
                   "  \"id\" bigint NOT NULL GENERATED BY DEFAULT AS IDENTITY,\n"
                   "  \"owner_id\" bigint NOT NULL,\n"
                   "  CONSTRAINT \"pets_pkey\" PRIMARY KEY (\"id\")\n"
                   ");\n"
                   "\n"
                   "ALTER TABLE \"pets\"\n"
                   "  ADD CONSTRAINT \"pets_owner_id_fkey\" FOREIGN KEY (\"owner_id\") REFERENCES "
                   "\"people\" (\"id\");\n"
                   "\n"
                   "CREATE INDEX \"pets_owner_id_idx\" ON \"pets\" (\"owner_id\");\n");
  CHECK_FALSE(made.plain.has_value());
}

TEST_CASE("a type swap puts aside what mentions the column", "[plan]") {
  model::version from = version({people()});
  from.schema.tables.front().columns.push_back(with_default(column("state"), text("new")));
  from.schema.tables.front().columns.back().type.kind = type_kind::varchar;
  from.schema.tables.front().checks = {check("people_state_known", "state <> ''")};
  from.schema.views = {view("states", "SELECT state FROM people", {"people"})};
  model::version to = from;
  to.schema.tables.front().columns.back().type.kind = type_kind::text;
  CHECK(change(from, to).up ==
        "-- strata: step 1 [contract] [no-expand-form replace constraint "
        "people.people_state_known]\n"
        "ALTER TABLE \"people\" DROP CONSTRAINT \"people_state_known\";\n"
        "\n"
        "-- states comes back with its owner and grants\n" +
            kept(codegen::sql::owned_kind::relation, "states") +
            "DROP VIEW \"states\";\n"
            "\n"
            "ALTER TABLE \"people\" ALTER COLUMN \"state\" DROP DEFAULT;\n"
            "\n"
            "ALTER TABLE \"people\" ALTER COLUMN \"state\" TYPE text;\n"
            "\n"
            "ALTER TABLE \"people\" ALTER COLUMN \"state\" SET DEFAULT 'new';\n"
            "\n"
            "CREATE VIEW \"states\" AS\nSELECT state FROM people;\n"
            "\n" +
            restored(codegen::sql::owned_kind::relation, "states") +
            "ALTER TABLE \"people\"\n"
            "  ADD CONSTRAINT \"people_state_known\" CHECK (state <> '') NOT VALID;\n"
            "\n"
            "-- strata: step 2 [contract]\n"
            "ALTER TABLE \"people\" VALIDATE CONSTRAINT \"people_state_known\";\n");
}

TEST_CASE("values are added to an enumeration in steps of their own", "[plan]") {
  model::version from = version({people()});
  from.schema.enumerations = {enumeration("mood", {"sad", "happy"})};
  model::version to = from;
  to.schema.enumerations = {enumeration("mood", {"sad", "calm", "happy", "glad"})};
  CHECK(change(from, to).up == "-- strata: step 1 [expand]\n"
                               "ALTER TYPE \"mood\" ADD VALUE 'calm' BEFORE 'happy';\n"
                               "\n"
                               "ALTER TYPE \"mood\" ADD VALUE 'glad';\n");
}

TEST_CASE("an enumeration that loses a value is built anew", "[plan]") {
  model::version from = version({people()});
  from.schema.enumerations = {enumeration("mood", {"sad", "happy"})};
  from.schema.tables.front().columns.push_back(
      with_default(of_enumeration("mood", "mood"), text("happy")));
  model::version to = from;
  to.schema.enumerations = {enumeration("mood", {"happy"})};
  CHECK(change(from, to).up ==
        "-- strata: step 1 [contract] [no-expand-form alter enumeration mood]\n"
        "-- mood keeps its owner and grants\n" +
            kept(codegen::sql::owned_kind::type, "mood") +
            "-- mood is built anew with its values\n"
            "CREATE TYPE \"mood__strata_new\" AS ENUM ('happy');\n"
            "\n"
            "ALTER TABLE \"people\" ALTER COLUMN \"mood\" DROP DEFAULT;\n"
            "\n"
            "ALTER TABLE \"people\" ALTER COLUMN \"mood\" TYPE \"mood__strata_new\" USING "
            "\"mood\"::text::\"mood__strata_new\";\n"
            "\n"
            "DROP TYPE \"mood\";\n"
            "\n"
            "ALTER TYPE \"mood__strata_new\" RENAME TO \"mood\";\n"
            "\n" +
            restored(codegen::sql::owned_kind::type, "mood") +
            "ALTER TABLE \"people\" ALTER COLUMN \"mood\" SET DEFAULT 'happy';\n");
}

TEST_CASE("an enumeration goes after the columns and functions that use it", "[plan]") {
  model::version from = version({people()});
  from.schema.enumerations = {enumeration("mood", {"sad", "happy"})};
  from.schema.tables.front().columns.push_back(nullable(of_enumeration("mood", "mood")));
  model::function speaks;
  speaks.name = {"", "speaks"};
  speaks.parameters = "m mood";
  speaks.definition = sql("RETURNS text LANGUAGE sql AS $$ SELECT 'hm' $$");
  from.schema.functions = {speaks};
  const std::string up = change(from, version({people()})).up;
  CHECK(up.find("DROP COLUMN \"mood\"") < up.find("DROP TYPE \"mood\""));
  CHECK(up.find("DROP FUNCTION \"speaks\"") < up.find("DROP TYPE \"mood\""));
}

TEST_CASE("a drop carries its reason, made safe against newlines", "[plan]") {
  model::table before = people();
  before.columns.push_back(nullable(column("note")));
  model::version to = version({people()});
  model::drop drop;
  drop.kind = model::object_kind::column;
  drop.owner = {"", "people"};
  drop.name = {"", "note"};
  drop.because = "moved\nDROP TABLE people;";
  to.transition.drops = {drop};
  CHECK(change(version({before}), to).up == "-- strata: step 1 [contract]\n"
                                            "-- note is dropped: moved\n"
                                            "-- DROP TABLE people;\n"
                                            "ALTER TABLE \"people\" DROP COLUMN \"note\";\n");
}

TEST_CASE("a text with a step marker is refused", "[plan]") {
  model::version to = version({people()});
  model::custom_sql own;
  own.up = sql("SELECT 1;\n-- strata: step 2 [expand]\nDROP TABLE people");
  to.transition.statements = {own};
  diagnostics found;
  const model::version from = version({people()});
  codegen::make_migration(on_postgresql, &from, to, found);
  REQUIRE(found.sorted().size() == 1);
  CHECK(found.sorted().front().code == "S300");
}

TEST_CASE("the order of declaration changes nothing", "[plan]") {
  model::table a = table("a", {identity("id"), column("b_id", type_kind::bigint)});
  a.foreign_keys = {foreign_key("a_b_id_fkey", "b_id", "b", "id")};
  model::table b = table("b", {identity("id")});
  b.indexes = {index("b_id_idx", {"id"})};
  diagnostics found;
  for (const target& on : {on_postgresql, on_sqlite}) {
    const model::version one = version({a, b, people()});
    const model::version other = version({people(), b, a});
    CHECK(codegen::make_migration(on, nullptr, one, found).up ==
          codegen::make_migration(on, nullptr, other, found).up);
  }
  CHECK(found.empty());
}

TEST_CASE("objects that wait for one another are reported with their names", "[plan]") {
  model::version to = version({people()});
  to.schema.views = {view("one", "SELECT 1", {"two"}), view("two", "SELECT 1", {"one"})};
  diagnostics found;
  codegen::make_migration(on_postgresql, nullptr, to, found);
  REQUIRE(found.sorted().size() == 2); // Neither can be made first, nor dropped first.
  CHECK(found.sorted().front().code == "S301");
  CHECK(found.sorted().front().message.find("add view one") != std::string::npos);
  CHECK(found.sorted().front().message.find("add view two") != std::string::npos);
}

TEST_CASE("what cannot be printed safely is refused", "[plan]") {
  const auto code_of = [](model::version to) {
    const model::version from = version({people()});
    diagnostics found;
    codegen::make_migration(on_postgresql, &from, to, found);
    return found.empty() ? "" : found.sorted().front().code;
  };
  model::version nul = version({people()});
  nul.schema.tables.front().columns.push_back(nullable(column(std::string("a\0b", 3))));
  CHECK(code_of(nul) == "S302");
  model::version bracket = version({people()});
  bracket.schema.tables.front().indexes = {index("ix[1]", {"name"})};
  CHECK(code_of(bracket) == "S305");
}

TEST_CASE("a table is partitioned anew with its rows, both ways and in one step", "[plan]") {
  const model::version from = version({people()});
  model::version to = from;
  to.schema.tables.front().descent.partitioned_by = "HASH (id)";
  const migration_sql made = change(from, to);
  for (const std::string& text : {made.up, made.down}) {
    const auto at = [&](const char* words) {
      INFO(words);
      const auto found = text.find(words);
      CHECK(found != std::string::npos);
      return found;
    };
    const auto put_by = at("CREATE TABLE \"people__strata_rows\" AS\nSELECT \"id\", \"name\"\n");
    const auto made_again = at("CREATE TABLE \"people\" (");
    const auto back = at("INSERT INTO \"people\" (\"id\", \"name\")\nOVERRIDING SYSTEM VALUE\n");
    CHECK(put_by < made_again);
    CHECK(made_again < back);
    CHECK(text.find("-- strata: step 2") == std::string::npos);
    CHECK(text.find("loses-data") == std::string::npos);
  }
}

TEST_CASE("a table is not partitioned anew while its rows change otherwise", "[plan]") {
  const model::version from = version({people()});
  const auto code_of = [&](const model::version& to) {
    diagnostics found;
    codegen::make_migration(on_postgresql, &from, to, found);
    return found.empty() ? "" : found.sorted().front().code;
  };
  model::version filled = from;
  filled.schema.tables.front().descent.partitioned_by = "HASH (id)";
  filled.transition.backfills.emplace_back();
  filled.transition.backfills.front().table = {"", "people"};
  filled.transition.backfills.front().column = "name";
  CHECK(code_of(filled) == "S332");
  model::version renamed = from;
  renamed.schema.tables.front().name.name = "persons";
  renamed.schema.tables.front().descent.partitioned_by = "HASH (id)";
  renamed.transition.renames.push_back(
      {model::object_kind::table, {}, {"", "people"}, "persons", "", {}});
  CHECK(code_of(renamed) == "S332");
}

TEST_CASE("a type that changes under a column that holds it is built anew", "[plan]") {
  const auto with = [](model::type_kind base, const char* holds) {
    model::version all = version({people()});
    model::domain& email = all.schema.domains.emplace_back();
    email.name.name = "email";
    email.type.kind = base;
    model::data_type held;
    held.kind = model::type_kind::named;
    held.name.name = holds;
    model::column mail = nullable(column("mail"));
    mail.type = held;
    all.schema.tables.front().columns.push_back(mail);
    return all;
  };
  const model::version from = with(model::type_kind::text, "email");
  diagnostics found;
  codegen::make_migration(on_postgresql, &from, with(model::type_kind::integer, "email"), found);
  CHECK(found.empty());
  const model::version away = with(model::type_kind::text, "other");
  diagnostics none;
  codegen::make_migration(on_postgresql, &away, with(model::type_kind::integer, "other"), none);
  CHECK(none.empty());
}

TEST_CASE("a function that returns another type is made again in one step", "[plan]") {
  model::version from = version({people()});
  model::function total;
  total.name = {"", "total"};
  total.definition = sql("RETURNS integer LANGUAGE sql AS $$ SELECT 1 $$");
  from.schema.functions = {total};
  model::version to = from;
  to.schema.functions.front().definition = sql("RETURNS integer LANGUAGE sql AS $$ SELECT 2 $$");
  CHECK(change(from, to).up.find("CREATE OR REPLACE FUNCTION") != std::string::npos);
  to.schema.functions.front().definition = sql("RETURNS bigint LANGUAGE sql AS $$ SELECT 2 $$");
  const std::string up = change(from, to).up;
  CHECK(up.find("DROP FUNCTION \"total\"()") < up.find("CREATE FUNCTION \"total\"()"));
  CHECK(up.find("-- strata: step 2") == std::string::npos);
}

TEST_CASE("rows are inserted once the column that they leave out is gone", "[plan]") {
  model::version from = version({people()});
  from.schema.tables.front().columns.push_back(column("email"));
  model::version to = version({people()});
  to.schema.tables.front().rows = rows({"id", "name"}, {{number(1), text("ann")}});
  const std::string up = change(from, to).up;
  CHECK(up.find("DROP COLUMN") < up.find("INSERT INTO"));
  CHECK(up.find("OVERRIDING SYSTEM VALUE") != std::string::npos);
  CHECK(up.find("SELECT pg_catalog.setval(") != std::string::npos);
}

TEST_CASE("a sequence that has given no number yet follows a greater least value", "[plan]") {
  model::table before = people();
  before.columns.front().identity->start = before.columns.front().identity->minimum = -200;
  model::table after = people();
  after.columns.front().identity->start = after.columns.front().identity->minimum = -100;
  const migration_sql made = change(version({before}), version({after}));
  CHECK(
      made.up.find(
          "SELECT pg_catalog.setval('\"people_id_seq\"', -100, false) FROM \"people_id_seq\" WHERE "
          "last_value < -100;\n") != std::string::npos);
  CHECK(made.down.find("setval") == std::string::npos);
}

TEST_CASE("indexes that take each other's names step aside", "[plan]") {
  model::table before = people();
  before.indexes = {index("a", {"id"}), index("b", {"name"})};
  model::table after = people();
  after.indexes = {index("b", {"id"}), index("a", {"name"})};
  model::version to = version({after});
  to.transition.renames = {{model::object_kind::index, {{}, "people"}, {{}, "a"}, "b", {}, {}},
                           {model::object_kind::index, {{}, "people"}, {{}, "b"}, "a", {}, {}}};
  const migration_sql made = change(version({before}), to);
  CHECK(made.up == "-- strata: step 1 [contract]\n"
                   "ALTER INDEX \"a\" RENAME TO \"a__strata_old\";\n"
                   "\n"
                   "ALTER INDEX \"b\" RENAME TO \"a\";\n"
                   "\n"
                   "ALTER INDEX \"a__strata_old\" RENAME TO \"b\";\n");
}
