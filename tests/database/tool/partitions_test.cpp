// Partitions' parts of their parents' indexes: what diff prints turns one database into the other,
// by the names of the indexes and by what is a part of what.
#include "tests/database/tool/tool_run.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <string_view>

using namespace strata;
using strata::testing::diff;
using strata::testing::outcome;
using strata::testing::scratch_database;

namespace {

using row = std::vector<value>;

const char* const tables =
    "CREATE TABLE logs (id int NOT NULL, at date NOT NULL, note text) PARTITION BY RANGE (at);"
    "CREATE TABLE logs_1 PARTITION OF logs FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');"
    "CREATE TABLE logs_2 PARTITION OF logs FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');";

const char* const loose =
    "CREATE TABLE logs (id int NOT NULL, at date NOT NULL, note text) PARTITION BY RANGE (at);"
    "CREATE TABLE logs_1 (id int NOT NULL, at date NOT NULL, note text);"
    "CREATE TABLE logs_2 PARTITION OF logs FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');";

const char* const attach =
    "ALTER TABLE logs ATTACH PARTITION logs_1 FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');";

/// Each index with its whole, its comment and whether it is valid; each constraint.
std::vector<row> objects_of(const scratch_database& database) {
  return database.open()
      ->query("SELECT i.indexrelid::regclass::text, i.indrelid::regclass::text, h.inhparent::"
              "regclass::text, i.indisvalid::text, pg_get_indexdef(i.indexrelid)"
              " || coalesce(obj_description(i.indexrelid, 'pg_class'), '') FROM pg_index i"
              " LEFT JOIN pg_inherits h ON h.inhrelid = i.indexrelid"
              " JOIN pg_class c ON c.oid = i.indrelid WHERE c.relnamespace = 'public'::regnamespace"
              " UNION ALL SELECT conname, conrelid::regclass::text, contype::text,"
              " coninhcount::text || conislocal::text, pg_get_constraintdef(oid)"
              " FROM pg_constraint WHERE conrelid <> 0"
              " AND connamespace = 'public'::regnamespace ORDER BY 1, 2, 3")
      .rows;
}

/// One after the other: some run in no transaction.
void execute_statements(const scratch_database& database, const std::string& script) {
  const auto session = database.open();
  constexpr std::string_view end = ";\n";
  for (std::size_t at = 0; at < script.size();) {
    const std::size_t next = std::min(script.find(end, at), script.size());
    session->execute(script.substr(at, next - at));
    at = next + end.size();
  }
}

/// Runs what diff prints.
void check_way(const std::string& one,
               const std::string& other,
               const std::vector<std::string>& options) {
  const scratch_database from(dialect::postgresql);
  const scratch_database to(dialect::postgresql);
  from.open()->execute(one);
  to.open()->execute(other);
  const outcome made = diff(from, to, options);
  INFO(made.out << made.errors);
  REQUIRE(made.code == 1);
  execute_statements(from, made.out);
  const outcome again = diff(from, to);
  INFO(again.out);
  CHECK(again.code == 0);
  CHECK(objects_of(from) == objects_of(to));
}

/// Both ways and with both manners; renames there and back.
void check_both_ways(const std::string& one,
                     const std::string& other,
                     const std::vector<std::vector<std::string>>& renames = {{}, {}}) {
  if (testing::tested_dialects().size() < 2)
    return;
  for (const bool is_fast : {false, true}) {
    for (const bool is_back : {false, true}) {
      std::vector<std::string> options = {"--acknowledge-all"};
      if (is_fast)
        options.emplace_back("--fast");
      for (const std::string& each : renames[is_back ? 1 : 0])
        options.insert(options.end(), {"--rename", each});
      check_way(is_back ? other : one, is_back ? one : other, options);
    }
  }
}

} // namespace

TEST_CASE("an index of the parent alone is made, completed and taken away", "[tool]") {
  const std::string only = "CREATE INDEX by_note ON ONLY logs (note);";
  check_both_ways(tables, tables + only);
  check_both_ways(tables + only, std::string(tables) + "CREATE INDEX by_note ON logs (note);");
}

TEST_CASE("an index of the parent alone has the parts that are attached to it", "[tool]") {
  const std::string one_part = std::string(tables) +
                               "CREATE INDEX by_note ON ONLY logs (note);"
                               "CREATE INDEX first_by_note ON logs_1 (note);"
                               "ALTER INDEX by_note ATTACH PARTITION first_by_note;";
  check_both_ways(tables, one_part);
}

TEST_CASE("an index becomes a part of one that holds for its parent alone", "[tool]") {
  if (testing::tested_dialects().size() < 2)
    return;
  const std::string both = std::string(tables) + "CREATE INDEX by_note ON ONLY logs (note);"
                                                 "CREATE INDEX first_by_note ON logs_1 (note);";
  const std::string attached = "ALTER INDEX by_note ATTACH PARTITION first_by_note;";
  const scratch_database from(dialect::postgresql);
  const scratch_database to(dialect::postgresql);
  from.open()->execute(both);
  to.open()->execute(both + attached);
  const outcome made = diff(from, to);
  CHECK(made.out.find("ALTER INDEX \"by_note\" ATTACH PARTITION \"first_by_note\";") !=
        std::string::npos);
  CHECK(made.out.find("CREATE INDEX") == std::string::npos);
  execute_statements(from, made.out);
  CHECK(objects_of(from) == objects_of(to));
  // No ALTER detaches it.
  const scratch_database before(dialect::postgresql);
  before.open()->execute(both);
  const outcome refused = diff(from, before);
  CHECK(refused.errors.find("[S333]") != std::string::npos);
}

TEST_CASE("parts keep names of their own", "[tool]") {
  const std::string own = std::string(tables) + "CREATE INDEX first_by_note ON logs_1 (note);"
                                                "CREATE INDEX by_note ON logs (note);";
  check_both_ways(tables, own);
  check_both_ways(std::string(tables) + "CREATE INDEX by_note ON logs (note);", own);
  check_both_ways("", own);
  check_both_ways(std::string(loose) + "CREATE INDEX by_note ON logs (note);", own);
}

TEST_CASE("an index like the parent's is no part of it where there is another part", "[tool]") {
  check_both_ways(std::string(loose) + "CREATE INDEX own ON logs_1 (note);"
                                       "CREATE INDEX by_note ON logs (note);",
                  std::string(loose) + attach +
                      "CREATE INDEX by_note ON logs (note);"
                      "CREATE INDEX own ON logs_1 (note);");
}

TEST_CASE("a key of a partition is its part of an index of the parent's", "[tool]") {
  const std::string logs =
      "CREATE TABLE logs (id int NOT NULL, at date NOT NULL, note text) PARTITION BY RANGE (at);";
  const std::string first =
      "CREATE TABLE logs_1 PARTITION OF logs FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');";
  const std::string key = "ALTER TABLE logs_1 ADD CONSTRAINT k UNIQUE (id, at);";
  const std::string once = "CREATE UNIQUE INDEX once ON logs (id, at);";
  const std::string is_part = logs + first + key + once;
  check_both_ways(logs, is_part);
  check_both_ways(logs + first, is_part);
  check_both_ways(logs + first + key, is_part);
  check_both_ways(logs + once, is_part);
  check_both_ways(logs + once + first, is_part);
  check_both_ways(logs + first + key + "CREATE UNIQUE INDEX once ON logs (id, at, note);", is_part);
  check_both_ways(logs + first + "CREATE UNIQUE INDEX mine ON logs_1 (id, at);" + once, is_part);
  check_both_ways(logs + "CREATE TABLE logs_1 (id int NOT NULL, at date NOT NULL, note text);" +
                      key + once,
                  is_part);
  check_both_ways(logs + first + "ALTER TABLE logs_1 ADD CONSTRAINT k PRIMARY KEY (id, at);" + once,
                  is_part);
  // A key beside the part.
  check_both_ways(logs + once, logs + once + first + key);
  check_both_ways(logs + first, logs + first + once + key);
}

TEST_CASE("a key of a partition of a partition is its part of an index above both", "[tool]") {
  const std::string logs =
      "CREATE TABLE logs (id int NOT NULL, at date NOT NULL) PARTITION BY RANGE (at);"
      "CREATE TABLE logs_1 PARTITION OF logs FOR VALUES FROM ('2024-01-01') TO ('2025-01-01')"
      " PARTITION BY RANGE (at);"
      "CREATE TABLE logs_1_1 PARTITION OF logs_1 FOR VALUES FROM ('2024-01-01') TO ('2024-07-01');";
  const std::string key = "ALTER TABLE logs_1_1 ADD CONSTRAINT k UNIQUE (id, at);";
  const std::string once = "CREATE UNIQUE INDEX once ON logs (id, at);";
  check_both_ways("", logs + key + once);
  check_both_ways(logs, logs + key + once);
  check_both_ways(logs + once, logs + key + once);
}

namespace {

std::string two_levels(const std::string& name, const std::string& column) {
  return "CREATE TABLE " + name + " (id int NOT NULL, at date NOT NULL, " + column +
         " text, PRIMARY KEY (id, at)) PARTITION BY RANGE (at); CREATE INDEX by_text ON " + name +
         " (" + column + "); CREATE TABLE " + name + "_1 PARTITION OF " + name +
         " FOR VALUES FROM ('2024-01-01') TO ('2025-01-01') PARTITION BY RANGE (at);"
         "CREATE TABLE " +
         name + "_1_1 PARTITION OF " + name +
         "_1 FOR VALUES FROM ('2024-01-01') TO ('2024-07-01');";
}

} // namespace

TEST_CASE("the server's names on partitions of partitions follow tables and columns", "[tool]") {
  check_both_ways(two_levels("logs", "note"),
                  two_levels("entries", "words"),
                  {{"logs=entries",
                    "logs_1=entries_1",
                    "logs_1_1=entries_1_1",
                    "logs.note=words",
                    "constraint:logs.logs_pkey=entries_pkey"},
                   {"entries=logs",
                    "entries_1=logs_1",
                    "entries_1_1=logs_1_1",
                    "entries.words=note",
                    "constraint:entries.entries_pkey=logs_pkey"}});
}

TEST_CASE("parts keep their names and comments when their whole is built again", "[tool]") {
  const std::string logs = two_levels("logs", "note");
  const std::string said = "COMMENT ON INDEX logs_1_note_idx IS 'middle';"
                           "ALTER INDEX logs_1_1_note_idx RENAME TO mine;"
                           "ALTER INDEX logs_1_1_pkey RENAME TO own_key;"
                           "COMMENT ON INDEX mine IS 'own';";
  const std::string again = "DROP INDEX by_text; CREATE INDEX by_text ON logs (note, id);"
                            "ALTER INDEX logs_1_note_id_idx RENAME TO logs_1_note_idx;"
                            "COMMENT ON INDEX logs_1_note_idx IS 'middle';"
                            "ALTER INDEX logs_1_1_note_id_idx RENAME TO mine;"
                            "COMMENT ON INDEX mine IS 'own';";
  check_both_ways(logs, logs + said);
  check_both_ways(logs + said, logs + said + again);
  check_both_ways("", logs + said);
}

TEST_CASE("what had a numbered name as a part keeps it, or gets another, when it is detached",
          "[tool]") {
  const std::string logs = two_levels("logs", "note");
  const std::string numbered =
      "CREATE TABLE logs_1_note_idx (a int); CREATE TABLE logs_1_1_pkey (a int);" + logs +
      "DROP TABLE logs_1_note_idx; DROP TABLE logs_1_1_pkey;";
  check_both_ways(logs, numbered);
  check_both_ways(numbered, logs + "ALTER TABLE logs DETACH PARTITION logs_1;");
  check_both_ways(numbered, logs + "ALTER TABLE logs_1 DETACH PARTITION logs_1_1;");
  const std::string taken = "CREATE TABLE logs_1_note_idx (a int);";
  check_both_ways(taken + logs, taken + logs + "ALTER TABLE logs DETACH PARTITION logs_1;");
}

TEST_CASE("an index whose building failed is built again, and is no aim", "[tool]") {
  if (testing::tested_dialects().size() < 2)
    return;
  const scratch_database broken(dialect::postgresql);
  const scratch_database whole(dialect::postgresql);
  broken.open()->execute("CREATE TABLE t (a int); INSERT INTO t VALUES (1), (1)");
  CHECK_THROWS(broken.open()->execute("CREATE UNIQUE INDEX CONCURRENTLY once ON t (a)"));
  broken.open()->execute("DELETE FROM t");
  whole.open()->execute("CREATE TABLE t (a int); CREATE UNIQUE INDEX once ON t (a)");
  const outcome refused = diff(whole, broken);
  CHECK(refused.code == 3);
  CHECK(refused.errors.find("once of t") != std::string::npos);
  const outcome made = diff(broken, whole);
  CHECK(made.out.find("-- its building failed: it is not valid, and built again") !=
        std::string::npos);
  execute_statements(broken, made.out);
  CHECK(diff(broken, whole).code == 0);
}

TEST_CASE("what a parent gives stays with a partition that is detached", "[tool]") {
  const std::string rich =
      "CREATE TABLE kinds (kind int PRIMARY KEY);"
      "CREATE TABLE logs (id int NOT NULL, at date NOT NULL, kind int REFERENCES kinds,"
      " CONSTRAINT sane CHECK (id > 0), PRIMARY KEY (id, at), UNIQUE (at, kind))"
      " PARTITION BY RANGE (at);"
      "CREATE INDEX by_kind ON logs (kind);"
      "CREATE TABLE logs_1 PARTITION OF logs FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');";
  check_both_ways(rich, rich + "ALTER TABLE logs DETACH PARTITION logs_1;");
  if (testing::tested_dialects().size() < 2)
    return;
  const scratch_database from(dialect::postgresql);
  const scratch_database to(dialect::postgresql);
  from.open()->execute(rich);
  to.open()->execute(rich + "ALTER TABLE logs DETACH PARTITION logs_1;");
  const std::string detached = diff(from, to).out;
  CHECK(detached.find("DETACH PARTITION \"logs_1\"") != std::string::npos);
  for (const char* word : {"DROP ", "ADD ", "CREATE "})
    CHECK(detached.find(word) == std::string::npos);
}

TEST_CASE("a table is attached once it has its parent's checks, and without what it has alone",
          "[tool]") {
  const std::string parent =
      "CREATE TABLE logs (id int NOT NULL, at date NOT NULL, note text,"
      " CONSTRAINT sane CHECK (id > 0), PRIMARY KEY (id, at)) PARTITION BY RANGE (at);";
  check_both_ways(parent + "CREATE TABLE logs_1 (id int NOT NULL, at date NOT NULL, note text,"
                           " UNIQUE (note));",
                  parent + "CREATE TABLE logs_1 PARTITION OF logs"
                           " FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');");
}

TEST_CASE("parts of keys keep names of their own, and the server's follow their partition",
          "[tool]") {
  const std::string keyed =
      "CREATE TABLE logs (id int, at date, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);"
      "CREATE INDEX by_at ON logs (at);";
  const std::string first = " PARTITION OF logs FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');";
  check_both_ways(keyed + "CREATE TABLE logs_1" + first,
                  keyed + "CREATE TABLE logs_1" + first +
                      "ALTER INDEX logs_1_pkey RENAME TO own_key;");
  check_both_ways("",
                  keyed + "CREATE TABLE logs_1" + first + "ALTER INDEX logs_1_pkey RENAME TO k;");
  check_both_ways(keyed + "CREATE TABLE logs_1" + first,
                  keyed + "CREATE TABLE logs_one" + first,
                  {{"logs_1=logs_one", "logs_1_pkey=logs_one_pkey"},
                   {"logs_one=logs_1", "logs_one_at_idx=logs_1_at_idx"}});
}

TEST_CASE("a parent's check that is not valid is, or is not, valid in a partition", "[tool]") {
  const std::string logs =
      "CREATE TABLE logs (id int NOT NULL, at date NOT NULL, note text,"
      " PRIMARY KEY (id, at)) PARTITION BY RANGE (at); CREATE INDEX by_note ON logs (note);";
  const std::string first =
      "CREATE TABLE logs_1 PARTITION OF logs FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');";
  const std::string halves =
      "CREATE TABLE logs_2 PARTITION OF logs FOR VALUES FROM ('2025-01-01') TO ('2026-01-01')"
      " PARTITION BY RANGE (at); CREATE TABLE logs_2_1 PARTITION OF logs_2"
      " FOR VALUES FROM ('2025-01-01') TO ('2025-07-01');";
  const std::string sane = "ALTER TABLE logs ADD CONSTRAINT sane CHECK (id > 0) NOT VALID;";
  const std::string other = "ALTER TABLE logs ADD CONSTRAINT sane CHECK (id > 1) NOT VALID;";
  const std::string proved = "ALTER TABLE logs_1 VALIDATE CONSTRAINT sane;";
  const std::string none_is = logs + first + halves + sane;
  check_both_ways("", none_is);
  check_both_ways("", logs + sane + first + halves);
  check_both_ways(logs + first + halves, none_is);
  check_both_ways(logs + first + halves, none_is + proved);
  check_both_ways(logs + sane, none_is);
  check_both_ways(logs + sane, none_is + proved);
  check_both_ways(none_is, none_is + proved);
  check_both_ways(none_is, none_is + "ALTER TABLE logs VALIDATE CONSTRAINT sane;");
  check_both_ways(none_is + proved, none_is + "ALTER TABLE logs VALIDATE CONSTRAINT sane;");
  check_both_ways(none_is + proved, logs + first + halves + other + proved);
  check_both_ways(none_is + proved, logs + first + halves + other);
  check_both_ways(none_is + proved,
                  none_is + proved + "ALTER TABLE logs RENAME CONSTRAINT sane TO sound;",
                  {{"logs.sane=sound"}, {"logs.sound=sane", "logs_1.sound=sane"}});
}
