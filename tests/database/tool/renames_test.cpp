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

namespace {

/// Two of each kind, `a` and `b`, that hold something different: `first` is what `a` bears.
std::string pairs(const std::string& a, const std::string& b) {
  std::string sql = "CREATE SCHEMA s; CREATE TABLE s.t (x int, y int);"
                    "CREATE FUNCTION s.touch() RETURNS trigger LANGUAGE plpgsql"
                    " AS 'BEGIN RETURN NEW; END';";
  const auto both = [&](const std::string& first, const std::string& second) {
    for (std::string text : {first, second}) {
      const std::string& name = text == first ? a : b;
      for (std::size_t at; (at = text.find('@')) != std::string::npos;)
        text.replace(at, 1, name);
      sql += text + ";";
    }
  };
  both("CREATE TYPE s.@_pair AS (p int)", "CREATE TYPE s.@_pair AS (p text)");
  both("CREATE DOMAIN s.@_domain AS int", "CREATE DOMAIN s.@_domain AS text");
  both("CREATE TYPE s.@_enum AS ENUM ('one')", "CREATE TYPE s.@_enum AS ENUM ('two')");
  both("CREATE SEQUENCE s.@_seq", "CREATE SEQUENCE s.@_seq START 5");
  both("CREATE VIEW s.@_view AS SELECT x FROM s.t", "CREATE VIEW s.@_view AS SELECT y FROM s.t");
  both("CREATE TABLE s.@_table (p int)", "CREATE TABLE s.@_table (p text)");
  both("CREATE INDEX @_index ON s.t (x)", "CREATE INDEX @_index ON s.t (y)");
  both("ALTER TABLE s.t ADD CONSTRAINT @_check CHECK (x > 0)",
       "ALTER TABLE s.t ADD CONSTRAINT @_check CHECK (y > 0)");
  both("ALTER TABLE s.t ADD CONSTRAINT @_key UNIQUE (x)",
       "ALTER TABLE s.t ADD CONSTRAINT @_key UNIQUE (y)");
  both("CREATE TRIGGER @_trigger BEFORE INSERT ON s.t FOR EACH ROW EXECUTE FUNCTION s.touch()",
       "CREATE TRIGGER @_trigger BEFORE UPDATE ON s.t FOR EACH ROW EXECUTE FUNCTION s.touch()");
  both("CREATE POLICY @_policy ON s.t USING (x > 0)",
       "CREATE POLICY @_policy ON s.t USING (y > 0)");
  both("CREATE RULE @_rule AS ON DELETE TO s.t DO ALSO NOTHING",
       "CREATE RULE @_rule AS ON UPDATE TO s.t DO ALSO NOTHING");
  both("CREATE STATISTICS s.@_stat (ndistinct) ON x, y FROM s.t",
       "CREATE STATISTICS s.@_stat (dependencies) ON x, y FROM s.t");
  both("CREATE FUNCTION s.@_f(v int) RETURNS int LANGUAGE sql AS 'SELECT 1'",
       "CREATE FUNCTION s.@_f(v int) RETURNS int LANGUAGE sql AS 'SELECT 2'");
  sql += "CREATE TYPE s.parts AS (" + a + "_att int, " + b + "_att text);";
  sql += "CREATE TYPE s.words AS ENUM ('" + a + "_value', '" + b + "_value');";
  sql += "CREATE DOMAIN s.checked AS int CONSTRAINT " + a + "_dc CHECK (VALUE > 0) CONSTRAINT " +
         b + "_dc CHECK (VALUE > 1);";
  return sql;
}

const char* const pair_paths[] = {"s.@_pair",
                                  "s.@_domain",

                                  "s.@_enum",
                                  "s.@_seq",
                                  "s.@_view",
                                  "s.@_table",
                                  "s.t.@_index",
                                  "s.t.@_check",
                                  "s.t.@_key",
                                  "s.t.@_trigger",
                                  "s.t.@_policy",
                                  "s.t.@_rule",
                                  "s.@_stat",
                                  "s.@_f(integer)",
                                  "s.parts.@_att",
                                  "s.words.@_value",
                                  "s.checked.@_dc"};

/// `--rename` of every `from` to `to`.
void add_renames(std::vector<std::string>& words, const std::string& from, const std::string& to) {
  for (std::string path : pair_paths) {
    const std::size_t at = path.find('@');
    std::string last = path.substr(at + 1);
    if (last == "_f(integer)")
      last = "_f";
    if (path == "s.t.@_key")
      words.insert(words.end(), {"--rename", "constraint:s.t." + from + "_key=" + to + "_key"});
    else
      words.insert(words.end(),
                   {"--rename", path.replace(at, 1, from).append("=").append(to).append(last)});
  }
}

void check_renamed(const std::string& old,
                   const std::string& fresh,
                   const std::vector<std::string>& words,
                   bool drops = false) {
  const scratch_database from(strata::dialect::postgresql);
  const scratch_database to(strata::dialect::postgresql);
  from.open()->execute(old);
  to.open()->execute(fresh);
  const outcome made = diff(from, to, words);
  INFO(made.errors << made.out);
  REQUIRE(made.code == 1);
  CHECK((made.out.find("DROP ") != std::string::npos) == drops);
  from.open()->execute(made.out);
  const outcome again = diff(from, to);
  INFO(again.out);
  CHECK(again.code == 0);
}

} // namespace

TEST_CASE("things of every kind may change names with each other", "[tool]") {
  if (!has_postgresql())
    return;
  std::vector<std::string> words = {"--acknowledge-all", "--fast"};
  add_renames(words, "a", "b");
  add_renames(words, "b", "a");
  check_renamed(pairs("a", "b"), pairs("b", "a"), words);
}

TEST_CASE("things of every kind may take names that others give up", "[tool]") {
  if (!has_postgresql())
    return;
  std::vector<std::string> words = {"--acknowledge-all", "--fast"};
  add_renames(words, "a", "b");
  add_renames(words, "b", "c");
  check_renamed(pairs("a", "b"), pairs("b", "c"), words);
}

TEST_CASE("one function of a name is renamed, and the others stay", "[tool]") {
  if (!has_postgresql())
    return;
  const std::string body = " RETURNS int LANGUAGE sql AS 'SELECT 1';";
  check_renamed("CREATE FUNCTION f(x int)" + body + "CREATE FUNCTION f(x text)" + body +
                    "CREATE FUNCTION f()" + body,
                "CREATE FUNCTION g(x int)" + body + "CREATE FUNCTION f(x text)" + body +
                    "CREATE FUNCTION h()" + body,
                {"--rename", "public.f(integer)=g", "--rename", "f()=h", "--acknowledge-all"});
}

TEST_CASE("what is dropped gives its name to what is renamed", "[tool]") {
  if (!has_postgresql())
    return;
  const std::string fixed = "CREATE TABLE t (x int, y int);";
  check_renamed(fixed + "CREATE TABLE a (p int); CREATE TABLE b (q int);"
                        "CREATE INDEX i ON t (x); CREATE INDEX j ON t (y);"
                        "CREATE SEQUENCE m; CREATE SEQUENCE n START 4;"
                        "CREATE POLICY k ON t USING (x > 0); CREATE POLICY l ON t USING (y > 0)",
                fixed + "CREATE TABLE b (p int); CREATE INDEX j ON t (x); CREATE SEQUENCE n;"
                        "CREATE POLICY l ON t USING (x > 0)",
                {"--rename",
                 "a=b",
                 "--rename",
                 "i=j",
                 "--rename",
                 "m=n",
                 "--rename",
                 "t.k=l",
                 "--acknowledge-all",
                 "--fast"},
                true);
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
