// What the generator prints for SQLite is run before it is written.
#include "codegen/verify/sqlite_chain.hpp"

#include "codegen/compose/resolve.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/model_builders.hpp"

#include <algorithm>

using namespace strata;
using namespace strata::testing;

namespace {

const codegen::target sqlite{model::dialect::sqlite, 3038000};

model::version version(int number, model::schema schema, const model::transition& by = {}) {
  model::version made;
  made.number = number;
  made.schema = std::move(schema);
  made.transition = by;
  made.where = {"schema/v2.hpp", 7, 1};
  codegen::diagnostics none;
  codegen::resolve(made.schema, none);
  return made;
}

const auto roles = table("roles")
                       .with(column("id", integer))
                       .key({"id"})
                       .with_rows({"id"}, {{literal_integer(1)}});
const auto users = table("users")
                       .with_id()
                       .with(column("role", integer).null())
                       .with(references({"role"}, "roles", {"id"}));
const auto with_mail = users.with(column("mail", text).null());

const auto before = version(1, schema_of({roles, users}));
const auto after = version(2, schema_of({roles, with_mail}));

/// What is found with another text for one of the two ways.
std::vector<codegen::finding> found(std::string codegen::migration_sql::*way,
                                    const std::string& sql) {
  codegen::diagnostics out;
  auto migration = codegen::make_migration(sqlite, &before, after, out);
  migration.*way = sql;
  codegen::verify_sqlite_step(&before, after, migration, sqlite, out);
  return out.sorted();
}

bool says(const codegen::finding& of, const std::string& line) {
  return std::any_of(of.help.begin(), of.help.end(), [&](const std::string& each) {
    return each.find(line) != std::string::npos;
  });
}

constexpr auto up = &codegen::migration_sql::up;
constexpr auto down = &codegen::migration_sql::down;

} // namespace

TEST_CASE("what is right has no finding", "[verify]") {
  codegen::diagnostics out;
  const auto first = codegen::make_migration(sqlite, nullptr, before, out);
  codegen::verify_sqlite_step(nullptr, before, first, sqlite, out);
  const auto second = codegen::make_migration(sqlite, &before, after, out);
  codegen::verify_sqlite_step(&before, after, second, sqlite, out);
  CHECK(out.sorted() == std::vector<codegen::finding>{});
}

TEST_CASE("a statement that SQLite refuses is S540, at the version, with the statement",
          "[verify]") {
  const auto all =
      found(up, "-- strata: step 1 [expand]\nALTER TABLE users ADD COLUMN mail TEXT UNIQUE;\n");
  REQUIRE(all.size() == 1);
  CHECK(all[0].code == "S540");
  CHECK(all[0].message == "the upgrade to version 2 fails on SQLite: Cannot add a UNIQUE column");
  CHECK(says(all[0], "ALTER TABLE users ADD COLUMN mail TEXT UNIQUE;"));
  CHECK(all[0].where.file == "schema/v2.hpp");
}

TEST_CASE("an upgrade that gives something else is S541, with the objects", "[verify]") {
  const auto all = found(up,
                         "-- strata: step 1 [expand]\nALTER TABLE users ADD COLUMN mail BLOB; "
                         "CREATE TABLE log (a);\n");
  REQUIRE(all.size() == 1);
  CHECK(all[0].code == "S541");
  CHECK(says(all[0], "column users.mail: type is BLOB, expected TEXT"));
  CHECK(says(all[0], "table log is not expected"));
}

TEST_CASE("reference rows that differ are S541 too", "[verify]") {
  const auto all = found(up,
                         "-- strata: step 1 [expand]\nALTER TABLE users ADD COLUMN mail TEXT;"
                         "UPDATE roles SET id = 2;\n");
  REQUIRE(all.size() == 1);
  CHECK(all[0].code == "S541");
  CHECK(says(all[0], "row of roles (2) is not expected"));
  CHECK(says(all[0], "row of roles (1) is missing"));
}

TEST_CASE("a downgrade that does not lead back is S542", "[verify]") {
  const auto all = found(down, "");
  REQUIRE(all.size() == 1);
  CHECK(all[0].code == "S542");
  CHECK(says(all[0], "column users.mail is not expected"));
}

TEST_CASE("what is irreversible is not led back", "[verify]") {
  auto final_one = after;
  final_one.transition.irreversible = "a test";
  codegen::diagnostics out;
  auto migration = codegen::make_migration(sqlite, &before, final_one, out);
  codegen::verify_sqlite_step(&before, final_one, migration, sqlite, out);
  CHECK(out.empty());
}

TEST_CASE("rows that break a foreign key are S543", "[verify]") {
  const auto all =
      found(up,
            "-- strata: step 1 [expand] [foreign-keys-off]\n"
            "ALTER TABLE users ADD COLUMN mail TEXT; INSERT INTO users (role) VALUES (9);\n");
  REQUIRE(all.size() == 1);
  CHECK(all[0].code == "S543");
  CHECK(says(all[0], "users"));
}

TEST_CASE("what cannot be compared is S544", "[verify]") {
  const auto all =
      found(up, "-- strata: step 1 [expand]\nCREATE TABLE odd (a INTEGER PRIMARY KEY DESC);\n");
  REQUIRE(all.size() == 1);
  CHECK(all[0].code == "S544");
  CHECK(says(all[0], "table odd: INTEGER PRIMARY KEY with DESC"));
}
