// What counts as the migrations' own on SQLite.
#include "src/runtime/script_names.hpp"
#include "tests/support/catch.hpp"

using strata::detail::script_names;

TEST_CASE("indexes and triggers that are made or dropped are known by name", "[runtime]") {
  script_names known;
  known.add("CREATE UNIQUE INDEX IF NOT EXISTS main.\"By Site\" ON items (site);\n"
            "-- DROP INDEX in_a_comment\n"
            "CREATE TRIGGER told AFTER INSERT ON items BEGIN SELECT 1; END;"
            "DROP INDEX [old one]");
  CHECK(known.has_object("by site"));
  CHECK(known.has_object("TOLD"));
  CHECK(known.has_object("old one"));
  CHECK_FALSE(known.has_object("in_a_comment"));
  CHECK_FALSE(known.has_object("site"));
}

TEST_CASE("a column is known by a statement that names its table too", "[runtime]") {
  script_names known;
  known.add("CREATE TABLE items (id INTEGER, name TEXT); CREATE TABLE parts (code TEXT);");
  known.add("ALTER TABLE items RENAME TO things; ALTER TABLE \"things\" ADD COLUMN site TEXT");
  CHECK(known.has_column("items", "NAME"));
  CHECK(known.has_column("things", "name"));
  CHECK(known.has_column("items", "site"));
  CHECK_FALSE(known.has_column("things", "code"));
  CHECK(known.has_column("parts", "code"));
  CHECK(known.renames("Items"));
  CHECK_FALSE(known.renames("things"));
}
