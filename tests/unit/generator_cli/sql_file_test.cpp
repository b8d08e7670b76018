// How SQL files are called and how they open.
#include "codegen/cli/sql_file.hpp"

#include "tests/support/catch.hpp"

using namespace strata::codegen;
using strata::model::dialect;

TEST_CASE("a slug holds letters, digits and single underscores", "[generator_cli]") {
  CHECK(slug("Zones & regions!") == "zones_regions");
  CHECK(slug("../../etc") == "etc");
  CHECK(slug("größe") == "gr_e");
  CHECK(slug("") == "");
  CHECK(slug("...") == "");
  CHECK(slug(std::string(39, 'a') + " tail") == std::string(39, 'a'));
}

TEST_CASE("a file is named for its version, title, database and form", "[generator_cli]") {
  strata::model::version version;
  version.number = 2;
  CHECK(sql_file_name(version, dialect::sqlite, sql_form::up) == "sqlite/0002.up.sql");
  version.title = "zones";
  CHECK(sql_file_name(version, dialect::postgresql, sql_form::plain) ==
        "postgresql/0002_zones.plain.sql");
}

TEST_CASE("a title cannot end the comment that opens a file", "[generator_cli]") {
  strata::model::version version;
  version.number = 2;
  version.title = "a\nDROP TABLE users;";
  const std::string text =
      sql_file_text(version, dialect::sqlite, sql_form::down, "schema/v2.hpp", "SELECT 1;\n");
  CHECK(text.starts_with("-- Version 2, a DROP TABLE users;, on SQLite: down"));
  CHECK(text.find("schema/v2.hpp") != std::string::npos);
  CHECK(text.ends_with("\n\nSELECT 1;\n"));
}
