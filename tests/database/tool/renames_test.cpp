// Everything that `--rename` can name, renamed on live databases: nothing is dropped.
#include "tests/database/tool/tool_run.hpp"
#include "tests/support/catch.hpp"

using namespace strata;
using strata::testing::diff;
using strata::testing::outcome;
using strata::testing::scratch_database;

namespace {

const char* const before = R"(
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TYPE pair AS (a integer, b text);
CREATE DOMAIN positive AS integer CONSTRAINT above_zero CHECK (VALUE > 0);
CREATE SEQUENCE numbers;
CREATE TABLE users (id integer PRIMARY KEY, double_tap text, state mood, both_ pair, n positive,
  s serial, CONSTRAINT short CHECK (length(double_tap) < 9));
CREATE INDEX by_tap ON users (double_tap);
CREATE FUNCTION twice(x integer) RETURNS integer LANGUAGE sql AS 'SELECT 2 * x';
CREATE VIEW all_users AS SELECT id FROM users;
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER touches BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION touch();
CREATE POLICY mine ON users USING (id > 0);
CREATE STATISTICS together ON id, state FROM users;
)";

const char* const after = R"(
CREATE TYPE temper AS ENUM ('blue', 'ok');
CREATE TYPE couple AS (first integer, b text);
CREATE DOMAIN natural_ AS integer CONSTRAINT over_zero CHECK (VALUE > 0);
CREATE SEQUENCE counters;
CREATE TABLE people (id integer, gesture_nav text, state temper, both_ couple, n natural_,
  s serial, CONSTRAINT brief CHECK (length(gesture_nav) < 9),
  CONSTRAINT key_of_people PRIMARY KEY (id));
CREATE INDEX by_nav ON people (gesture_nav);
CREATE FUNCTION doubled(x integer) RETURNS integer LANGUAGE sql AS 'SELECT 2 * x';
CREATE VIEW everybody AS SELECT id FROM people;
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER on_touch BEFORE UPDATE ON people FOR EACH ROW EXECUTE FUNCTION touch();
CREATE POLICY own ON people USING (id > 0);
CREATE STATISTICS jointly ON id, state FROM people;
)";

std::vector<std::string> renames(const std::vector<std::string>& paths) {
  std::vector<std::string> words;
  for (const std::string& each : paths) {
    words.push_back("--rename");
    words.push_back(each);
  }
  return words;
}

bool has_postgresql() {
  for (const strata::dialect which : testing::tested_dialects()) {
    if (which == strata::dialect::postgresql)
      return true;
  }
  return false;
}

} // namespace

TEST_CASE("every kind of thing keeps what it holds under its new name", "[tool]") {
  if (!has_postgresql())
    return;
  const scratch_database from(strata::dialect::postgresql);
  const scratch_database to(strata::dialect::postgresql);
  from.open()->execute(before);
  from.open()->execute("INSERT INTO users VALUES (1, 'x', 'sad', (1, 'y'), 5)");
  to.open()->execute(after);
  const outcome made = diff(from, to, [] {
    auto words = renames({"public.mood=temper",
                          "mood.sad=blue",
                          "pair=couple",
                          "pair.a=first",
                          "positive=natural_",
                          "positive.above_zero=over_zero",
                          "public.numbers=public.counters",
                          "users=people",
                          "public.users.double_tap=gesture_nav",
                          "users.short=brief",
                          "users_pkey=key_of_people",
                          "by_tap=by_nav",
                          "users_s_seq=people_s_seq",
                          "twice=doubled",
                          "users.touches=on_touch",
                          "users.mine=own",
                          "together=jointly"});
    words.push_back("--acknowledge-all");
    return words;
  }());
  INFO(made.errors << made.out);
  REQUIRE(made.code == 1);
  // A trigger is made again with its table's new name; nothing that holds something is dropped.
  for (const char* kind : {"TABLE", "TYPE", "DOMAIN", "COLUMN", "FUNCTION", "SEQUENCE", "INDEX"})
    CHECK(made.out.find(std::string("DROP ") + kind) == std::string::npos);
  from.open()->execute(made.out);
  const outcome again = diff(from, to);
  CHECK(again.out == "");
  CHECK(again.code == 0);
  const auto kept = from.open()->query(
      "SELECT gesture_nav, state::text, (both_).first::text, n::text FROM people");
  REQUIRE(kept.rows.size() == 1);
  CHECK(kept.rows[0] ==
        std::vector<value>{
            std::string("x"), std::string("blue"), std::string("1"), std::string("5")});
}

TEST_CASE("a view that is renamed alone stays the same view", "[tool]") {
  if (!has_postgresql())
    return;
  const scratch_database from(strata::dialect::postgresql);
  const scratch_database to(strata::dialect::postgresql);
  from.open()->execute("CREATE TABLE t (a integer); CREATE VIEW v AS SELECT a FROM t;"
                       "CREATE VIEW over_v AS SELECT a FROM v");
  to.open()->execute("CREATE TABLE t (a integer); CREATE VIEW w AS SELECT a FROM t;"
                     "CREATE VIEW over_v AS SELECT a FROM w");
  const outcome made = diff(from, to, {"--rename", "v=w", "--acknowledge-all"});
  INFO(made.errors << made.out);
  REQUIRE(made.code == 1);
  CHECK(made.out.find("DROP VIEW \"v\"") == std::string::npos);
  from.open()->execute(made.out);
  CHECK(diff(from, to).code == 0);
}

TEST_CASE("on SQLite tables, columns, indexes and views are renamed", "[tool]") {
  const scratch_database from(strata::dialect::sqlite);
  const scratch_database to(strata::dialect::sqlite);
  from.open()->execute("CREATE TABLE users (id integer PRIMARY KEY, double_tap text);"
                       "CREATE INDEX by_tap ON users (double_tap);"
                       "CREATE VIEW v AS SELECT id FROM users;"
                       "INSERT INTO users VALUES (1, 'x')");
  to.open()->execute("CREATE TABLE people (id integer PRIMARY KEY, gesture_nav text);"
                     "CREATE INDEX by_nav ON people (gesture_nav);"
                     "CREATE VIEW w AS SELECT id FROM people;");
  auto words =
      renames({"main.users=people", "users.double_tap=gesture_nav", "by_tap=by_nav", "v=w"});
  words.push_back("--acknowledge-all");
  const outcome made = diff(from, to, words);
  INFO(made.errors << made.out);
  REQUIRE(made.code == 1);
  CHECK(made.out.find("DROP TABLE") == std::string::npos);
  from.open()->execute(made.out);
  CHECK(diff(from, to).code == 0);
  CHECK(from.open()->query("SELECT gesture_nav FROM people").rows.size() == 1);
}
