// Whoever may create functions in a schema of the search path runs nothing as who uses the tool.
#include "tests/database/tool/tool_run.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/hostile_twins.hpp"

#include <filesystem>

using namespace strata;
using strata::testing::run_tool;
using strata::testing::scratch_database;

TEST_CASE("no statement of the tool runs what others made", "[tool]") {
  for (const strata::dialect which : testing::tested_dialects()) {
    if (which != strata::dialect::postgresql)
      continue;
    const scratch_database plain(which);
    const scratch_database planted(which);
    const char* schema = "CREATE TABLE t (id serial PRIMARY KEY, a varchar(5) DEFAULT 'x' CHECK (a "
                         "<> ''), b text UNIQUE); CREATE INDEX ON t (lower(b)); CREATE VIEW v AS "
                         "SELECT a || b AS c FROM t; COMMENT ON TABLE t IS 'one'";
    plain.open()->execute(schema);
    planted.open()->execute(schema);
    testing::plant_hostile_twins(*planted.open());
    const auto expected = run_tool({"show", plain.url()});
    for (const char* path : {"public", "public, pg_catalog", "pg_temp, public, pg_catalog"}) {
      CAPTURE(path);
      const auto session = planted.open();
      session->execute("SET search_path = pg_catalog; ALTER DATABASE " + session->describe() +
                       " SET search_path = " + path);
      const auto shown = run_tool({"show", planted.url()});
      CHECK(shown.errors.empty());
      CHECK(shown.out == expected.out);
      const std::string folder =
          (std::filesystem::temp_directory_path() / session->describe()).string();
      CHECK(run_tool({"import", planted.url(), "--out", folder}).code == 0);
      std::filesystem::remove_all(folder);
      const auto same = testing::diff(planted, plain);
      CHECK(same.errors.empty());
      CHECK(same.code == 0);
    }
  }
}
