// What is the same in both databases is taken for it: whatever their search paths are, however the
// server prints it, and whatever names a plan has to make up beside theirs.
#include "tests/database/tool/converging.hpp"

using namespace strata;
using strata::testing::diff;
using strata::testing::execute_each;
using strata::testing::outcome;
using strata::testing::scratch_database;

namespace {

bool has_no_postgresql() { return testing::tested_dialects().size() < 2; }

void set_search_path(const scratch_database& of, const std::string& path) {
  of.open()->execute("DO $do$ BEGIN EXECUTE format('ALTER DATABASE %I SET search_path = " + path +
                     "', current_database()); END $do$");
}

std::string one_text(const scratch_database& of, const std::string& query) {
  const auto read = of.open()->query(query);
  REQUIRE(read.rows.size() == 1);
  return std::get<std::string>(read.rows.at(0).at(0));
}

const char* const two_schemas = "CREATE SCHEMA a; CREATE SCHEMA b;"
                                "CREATE TABLE a.users (id integer PRIMARY KEY, name text);"
                                "CREATE TABLE b.users (id integer PRIMARY KEY);"
                                "CREATE VIEW b.all_users AS SELECT id FROM a.users;";

const char* const respelled_before =
    "CREATE TABLE device (status varchar(25), quantity integer, rating integer,"
    " CONSTRAINT known CHECK (status IN ('on', 'off')),"
    " CONSTRAINT few CHECK (quantity BETWEEN 1 AND 10 AND quantity <> 5),"
    " CONSTRAINT out CHECK (quantity NOT BETWEEN 3 AND 4 OR rating = 1),"
    " kind text GENERATED ALWAYS AS (CASE WHEN status IN ('on') THEN 'x' ELSE 'y' END) STORED);"
    "CREATE DOMAIN word AS varchar(9) CHECK (VALUE NOT IN ('a', 'b'));"
    "CREATE INDEX by_rating ON device (rating) WHERE status IN ('on', 'off');"
    "CREATE STATISTICS likely ON (status IN ('on', 'off')), rating FROM device;"
    "CREATE VIEW working AS SELECT status FROM device WHERE status IN ('on', 'idle');";

} // namespace

TEST_CASE("databases that differ in the search path alone have the same tables", "[tool]") {
  if (has_no_postgresql())
    return;
  for (const auto& [one, other] : std::vector<std::pair<std::string, std::string>>{
           {"a, b", "b, a"}, {"public", "a"}, {"b", "public"}, {"nowhere", "a"}}) {
    const scratch_database from(dialect::postgresql);
    const scratch_database to(dialect::postgresql);
    for (const scratch_database* each : {&from, &to})
      each->open()->execute(two_schemas);
    from.open()->execute("INSERT INTO a.users VALUES (1, 'kept')");
    set_search_path(from, one);
    set_search_path(to, other);
    INFO(one << " and " << other);
    const outcome same = diff(from, to);
    CHECK(same.code == 0);
    CHECK(same.errors.find("search path") != std::string::npos);
    to.open()->execute("ALTER TABLE a.users ADD COLUMN age integer");
    const outcome made = diff(from, to);
    REQUIRE(made.code == 1);
    CHECK(made.out.find("DROP") == std::string::npos);
    execute_each(from, made.out);
    CHECK(diff(from, to).code == 0);
    CHECK(one_text(from, "SELECT name FROM a.users") == "kept");
  }
}

TEST_CASE("what the server prints otherwise after a dump was loaded is the same", "[tool]") {
  if (has_no_postgresql())
    return;
  const scratch_database from(dialect::postgresql);
  const scratch_database to(dialect::postgresql);
  from.open()->execute(respelled_before);
  // As pg_dump writes it.
  to.open()->execute(one_text(
      from,
      "SELECT 'CREATE TABLE device (status varchar(25), quantity integer, rating integer, kind "
      "text "
      "GENERATED ALWAYS AS (' || (SELECT pg_get_expr(adbin, adrelid) FROM pg_attrdef WHERE adrelid "
      "= 'device'::regclass) || ') STORED,' || (SELECT string_agg(format('CONSTRAINT %I %s', "
      "conname, pg_get_constraintdef(oid)), ',') FROM pg_constraint WHERE conrelid = "
      "'device'::regclass) || ');' || (SELECT format('CREATE DOMAIN word AS varchar(9) CONSTRAINT "
      "%I %s;', conname, pg_get_constraintdef(oid)) FROM pg_constraint WHERE contypid = "
      "'word'::regtype) || pg_get_indexdef('by_rating'::regclass) || ';' || "
      "pg_get_statisticsobjdef((SELECT oid FROM pg_statistic_ext)) || '; CREATE VIEW working AS ' "
      "|| pg_get_viewdef('working'::regclass)"));
  const char* const checks = "SELECT string_agg(pg_get_constraintdef(oid), ' ' ORDER BY conname) "
                             "FROM pg_constraint WHERE conrelid = 'device'::regclass";
  CHECK(one_text(from, checks) != one_text(to, checks));
  CHECK(diff(from, to).code == 0);
  CHECK(diff(to, from).code == 0);
}

TEST_CASE("owners that differ are said, and are no difference", "[tool]") {
  if (has_no_postgresql())
    return;
  const scratch_database from(dialect::postgresql);
  const scratch_database to(dialect::postgresql);
  for (const scratch_database* each : {&from, &to})
    each->open()->execute("CREATE TABLE users (id integer)");
  CHECK(diff(from, to).errors.empty());
  to.open()->execute("ALTER TABLE users OWNER TO pg_monitor");
  const outcome same = diff(from, to);
  CHECK(same.code == 0);
  CHECK(same.errors.find("table public.users (postgres, and pg_monitor there)") !=
        std::string::npos);
}

TEST_CASE("what may be a rename is asked about, until a word says what it is", "[tool]") {
  for (const strata::dialect which : testing::tested_dialects()) {
    const scratch_database from(which);
    const scratch_database to(which);
    from.open()->execute("CREATE TABLE users (id integer PRIMARY KEY, mail text)");
    to.open()->execute("CREATE TABLE users (id integer PRIMARY KEY, email text)");
    const outcome asked = diff(from, to, {});
    CHECK(asked.code == 4);
    CHECK(asked.errors.find("--rename users.mail=email; if it is not, --drop users.mail") !=
          std::string::npos);
    const outcome dropped = diff(from, to, {"--drop", "users.mail"});
    INFO(dropped.errors);
    CHECK(dropped.code == 1);
    CHECK(diff(from, to, {"--acknowledge-all"}).code == 1);
    CHECK(diff(from, to, {"--drop", "users.email"}).code == 2);
    const outcome renamed = diff(from, to, {"--rename", "users.mail=email"});
    CHECK(renamed.errors.find("--drop") == std::string::npos);
  }
}

TEST_CASE("names that a plan makes up are unlike all that there are", "[tool]") {
  const std::string alike(57, 'i');
  const std::string one = alike + "_one";
  const std::string two = alike + "_two";
  for (const strata::dialect which : testing::tested_dialects()) {
    const auto schema = [&](const std::string& of_index, const std::string& of_table) {
      return "CREATE TABLE " + one + "_t (a integer, b integer" + of_table + ");" +
             "CREATE TABLE " + two + "_t (a integer, b integer" + of_table + ");" +
             "CREATE TABLE t (a integer, b integer);" + "CREATE TABLE t__strata_new (a integer);" +
             "CREATE INDEX " + one + " ON t (a" + of_index + "); CREATE INDEX " + two + " ON t (b" +
             of_index + "); CREATE INDEX i ON t (a" + of_index +
             "); CREATE INDEX i__strata_old ON t (b" + of_index + ");";
    };
    const scratch_database from(which);
    const scratch_database to(which);
    from.open()->execute(schema("", ""));
    to.open()->execute(schema(" DESC", ", CHECK (a > b), UNIQUE (a)"));
    const outcome made = diff(from, to);
    INFO(made.out);
    REQUIRE(made.code == 1);
    if (which == dialect::postgresql)
      execute_each(from, made.out);
    else
      from.open()->execute(made.out);
    CHECK(diff(from, to).code == 0);
  }
}
