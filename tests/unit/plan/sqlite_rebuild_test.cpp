// The traps of rebuilding a SQLite table (each took a peer's users' data), run with rows.
#include "tests/support/catch.hpp"
#include "tests/unit/plan/schemas.hpp"
#include "tests/unit/plan/sqlite_memory.hpp"

using namespace strata;
using namespace strata::testing;
using model::type_kind;

namespace {

/// The database at `from` with `rows`, brought to `to`.
struct upgraded {
  sqlite_memory database;
  migration_sql made;

  upgraded(const model::version& from, const std::string& rows, const model::version& to) {
    diagnostics found;
    database.migrate(codegen::make_migration(on_sqlite, nullptr, from, found).up);
    database.run(rows);
    made = codegen::make_migration(on_sqlite, &from, to, found);
    REQUIRE(found.empty());
    database.migrate(made.up);
  }

  std::string ask(const std::string& query) { return database.ask(query); }
};

model::table parents() { return table("parents", {identity("id"), column("name")}); }

/// The same with a check, which only a rebuild can add.
model::table checked_parents() {
  model::table made = parents();
  made.checks = {check("parents_name_given", "name <> ''")};
  return made;
}

model::table children() {
  model::table made = table("children", {identity("id"), column("parent_id", type_kind::bigint)});
  made.foreign_keys = {foreign_key("children_parent_id_fkey", "parent_id", "parents", "id")};
  made.foreign_keys.front().on_delete = model::referential_action::cascade;
  return made;
}

} // namespace

TEST_CASE("a rebuild keeps the rows that refer to the table", "[plan]") {
  upgraded at(version({parents(), children()}),
              "INSERT INTO parents VALUES (1, 'a'), (2, 'b');"
              "INSERT INTO children VALUES (1, 1), (2, 1), (3, 2)",
              version({checked_parents(), children()}));
  CHECK(at.ask("SELECT count(*) FROM children") == "3");
  CHECK(at.ask("PRAGMA foreign_key_check").empty());
  CHECK(at.ask("SELECT count(*) FROM parents") == "2");
  at.database.run("DELETE FROM parents WHERE id = 1");
  CHECK(at.ask("SELECT id FROM children") == "3");
}

TEST_CASE("a rebuild with foreign keys on would delete them", "[plan]") {
  // The trap itself, so that the test above is known to catch it.
  const model::version from = version({parents(), children()});
  const model::version to = version({checked_parents(), children()});
  diagnostics found;
  sqlite_memory database;
  database.migrate(codegen::make_migration(on_sqlite, nullptr, from, found).up);
  database.run("INSERT INTO parents VALUES (1, 'a'); INSERT INTO children VALUES (1, 1)");
  std::string up = codegen::make_migration(on_sqlite, &from, to, found).up;
  const std::string marker = " [foreign-keys-off]";
  REQUIRE(up.find(marker) != std::string::npos);
  up.erase(up.find(marker), marker.size());
  database.migrate(up);
  CHECK(database.ask("SELECT count(*) FROM children") == "0");
}

TEST_CASE("a rebuild brings indexes and triggers back", "[plan]") {
  model::table before = parents();
  before.indexes = {index("parents_name_idx", {"name"})};
  before.indexes.front().predicate = sql("name <> 'x'");
  model::table after = checked_parents();
  after.indexes = before.indexes;
  model::version from = version({before, table("log", {identity("id"), column("line")})});
  from.schema.triggers = {trigger("parents_log",
                                  "parents",
                                  "AFTER INSERT",
                                  "BEGIN INSERT INTO log (line) VALUES (NEW.name); END")};
  model::version to = from;
  to.schema.tables.front() = after;
  upgraded at(from, "INSERT INTO parents VALUES (1, 'a')", to);
  CHECK(at.database.objects("index") == "parents_name_idx");
  CHECK(at.database.objects("trigger") == "parents_log");
  CHECK(at.ask("SELECT line FROM log") == "a");
  at.database.run("INSERT INTO parents (name) VALUES ('b')");
  CHECK(at.ask("SELECT line FROM log ORDER BY id") == "a;b");
}

TEST_CASE("numbers of deleted rows are not given again after a rebuild", "[plan]") {
  upgraded at(version({parents()}),
              "INSERT INTO parents (name) VALUES ('a'), ('b'), ('c');"
              "DELETE FROM parents WHERE id = 3",
              version({checked_parents()}));
  at.database.run("INSERT INTO parents (name) VALUES ('d')");
  CHECK(at.ask("SELECT id FROM parents ORDER BY id") == "1;2;4");
}

TEST_CASE("an emptied table remembers its numbers after a rebuild", "[plan]") {
  upgraded at(version({parents()}),
              "INSERT INTO parents (name) VALUES ('a'), ('b'); DELETE FROM parents",
              version({checked_parents()}));
  at.database.run("INSERT INTO parents (name) VALUES ('c')");
  CHECK(at.ask("SELECT id FROM parents") == "3");
}

TEST_CASE("views and other tables' triggers that mention a rebuilt table survive", "[plan]") {
  model::version from = version({parents(), children()});
  from.schema.views = {
      view("names", "SELECT name FROM parents", {"parents"}),
      view("long_names", "SELECT name FROM names WHERE length(name) > 1", {"names"})};
  from.schema.triggers = {trigger("children_touch",
                                  "children",
                                  "AFTER INSERT",
                                  "BEGIN UPDATE parents SET name = name || '!' "
                                  "WHERE id = NEW.parent_id; END")};
  model::version to = from;
  to.schema.tables.front() = checked_parents();
  upgraded at(from, "INSERT INTO parents VALUES (1, 'ab')", to);
  CHECK(at.database.objects("view") == "long_names;names");
  at.database.run("INSERT INTO children VALUES (1, 1)");
  CHECK(at.ask("SELECT name FROM long_names") == "ab!");
}

TEST_CASE("a table that refers to itself is rebuilt with its tree", "[plan]") {
  model::table tree = table(
      "nodes", {identity("id"), nullable(column("parent_id", type_kind::bigint)), column("name")});
  tree.foreign_keys = {foreign_key("nodes_parent_id_fkey", "parent_id", "nodes", "id")};
  model::table after = tree;
  after.uniques = {unique("nodes_name_key", {"name"})};
  upgraded at(version({tree}),
              "INSERT INTO nodes VALUES (1, NULL, 'a'), (2, 1, 'b'), (3, 2, 'c')",
              version({after}));
  CHECK(at.ask("SELECT id, parent_id FROM nodes ORDER BY id") == "1|null;2|1;3|2");
  CHECK(at.ask("PRAGMA foreign_key_check").empty());
  CHECK(at.ask("SELECT \"table\" FROM pragma_foreign_key_list('nodes')") == "nodes");
  CHECK_THROWS(at.database.run("INSERT INTO nodes VALUES (4, 99, 'd')"));
}

TEST_CASE("STRICT and WITHOUT ROWID are kept by a rebuild", "[plan]") {
  model::table before = table("settings", {column("key"), column("value")});
  before.strict = true;
  before.without_rowid = true;
  model::table after = before;
  after.checks = {check("settings_value_given", "value <> ''")};
  upgraded at(version({before}), "INSERT INTO settings VALUES ('k', 'v')", version({after}));
  CHECK(at.ask("SELECT key, value FROM settings") == "k|v");
  CHECK(at.ask("SELECT \"strict\", wr FROM pragma_table_list('settings')") == "1|1");
}

TEST_CASE("rowids are kept where no column is the rowid", "[plan]") {
  model::table before = table("cameras", {column("id", type_kind::uuid), column("name")});
  model::table after = before;
  after.uniques = {unique("cameras_name_key", {"name"})};
  upgraded at(version({before}),
              "INSERT INTO cameras (rowid, id, name) VALUES (7, 'x', 'a'), (9, 'y', 'b')",
              version({after}));
  CHECK(at.ask("SELECT rowid, id FROM cameras ORDER BY rowid") == "7|x;9|y");
}

TEST_CASE("generated columns compute themselves in a rebuild", "[plan]") {
  model::column doubled = nullable(column("doubled", type_kind::integer));
  doubled.generated = model::generated{sql("n * 2"), model::generated::storage::stored};
  model::table before = table("numbers", {column("n", type_kind::integer), doubled});
  model::table after = before;
  after.checks = {check("numbers_small", "n < 100")};
  upgraded at(version({before}), "INSERT INTO numbers (n) VALUES (4)", version({after}));
  CHECK(at.ask("SELECT n, doubled FROM numbers") == "4|8");
}

TEST_CASE("a rebuild restores the declared order of columns", "[plan]") {
  model::table before = table("people", {identity("id"), column("name")});
  model::table after = table("people", {identity("id"), column("email"), column("name")});
  model::version to = version({after});
  to.transition.backfills = {backfill("people", "email", "name || '@example.org'")};
  upgraded at(version({before}), "INSERT INTO people VALUES (1, 'ann')", to);
  CHECK(at.ask("SELECT * FROM people") == "1|ann@example.org|ann");
}

TEST_CASE("one table is rebuilt once, whatever changes in it", "[plan]") {
  model::table before = parents();
  model::table after =
      table("parents", {identity("id"), column("full_name"), column("age", type_kind::integer)});
  after.uniques = {unique("parents_full_name_key", {"full_name"})};
  model::version to = version({after});
  to.transition.renames = {rename_column("parents", "name", "full_name")};
  to.transition.backfills = {backfill("parents", "age", "length(full_name)")};
  upgraded at(version({before}), "INSERT INTO parents VALUES (1, 'ann')", to);
  CHECK(at.ask("SELECT id, full_name, age FROM parents") == "1|ann|3");
  const std::string marker = "__strata_new\" RENAME TO";
  const auto first = at.made.up.find(marker);
  REQUIRE(first != std::string::npos);
  CHECK(at.made.up.find(marker, first + 1) == std::string::npos);
}

TEST_CASE("the way back is the way there in reverse", "[plan]") {
  const model::version from = version({parents(), children()});
  model::version to = version({checked_parents(), children()});
  to.schema.tables.front().columns.push_back(nullable(column("note")));
  upgraded at(from, "INSERT INTO parents VALUES (1, 'a'); INSERT INTO children VALUES (1, 1)", to);
  at.database.migrate(at.made.down);
  CHECK(at.ask("SELECT * FROM parents") == "1|a");
  CHECK(at.ask("SELECT count(*) FROM children") == "1");
  CHECK(at.made.down.find("[loses-data]") != std::string::npos);
  CHECK(at.made.up.find("[loses-data]") == std::string::npos);
}

TEST_CASE("a backfill that should fire triggers is refused while they stand aside", "[plan]") {
  model::version from = version({table("t", {identity("id"), nullable(column("a"))})});
  from.schema.triggers = {trigger("counts", "t", "AFTER UPDATE", "BEGIN SELECT 1; END")};
  model::version to = from;
  to.schema.tables = {table("t", {identity("id"), column("b")})};
  to.transition.renames = {rename_column("t", "a", "b")};
  to.transition.backfills = {backfill("t", "b", "'none'")};
  to.transition.backfills.front().with = model::backfill::triggers::fire;
  diagnostics found;
  codegen::make_migration(on_sqlite, &from, to, found);
  REQUIRE(found.sorted().size() == 1);
  CHECK(found.sorted().front().code == "S306");
}

TEST_CASE("a rebuilt table takes the name of another one's index", "[plan]") {
  const model::index by_name = index("by_name", {"name"});
  model::table passing = table("passing", {identity("id"), column("name")});
  passing.indexes = {by_name};
  passing.foreign_keys = {foreign_key("passing_id_fkey", "id", "parents", "id")};
  model::table indexed = parents();
  indexed.indexes = {by_name};
  upgraded there(version({checked_parents(), passing}),
                 "INSERT INTO parents VALUES (1, 'a')",
                 version({indexed}));
  CHECK(there.ask("SELECT tbl_name FROM sqlite_schema WHERE name = 'by_name'") == "parents");
  there.database.migrate(there.made.down);
  CHECK(there.ask("SELECT tbl_name FROM sqlite_schema WHERE name = 'by_name'") == "passing");
  CHECK(there.ask("SELECT name FROM parents") == "a");
}

TEST_CASE("two rebuilt tables exchange the names of their indexes", "[plan]") {
  const auto with_index = [](model::table made, const std::string& name) {
    made.indexes = {index(name, {made.columns.back().name})};
    return made;
  };
  model::table orphans = children();
  orphans.foreign_keys.clear();
  upgraded at(version({with_index(checked_parents(), "a"), with_index(children(), "b")}),
              "INSERT INTO parents VALUES (1, 'a')",
              version({with_index(parents(), "b"), with_index(orphans, "a")}));
  CHECK(at.ask("SELECT group_concat(name || tbl_name) FROM (SELECT * FROM sqlite_schema WHERE "
               "name IN ('a', 'b') ORDER BY name)") == "achildren,bparents");
}
