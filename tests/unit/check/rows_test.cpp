// Reference rows that fit their table.
#include "tests/support/catch.hpp"
#include "tests/support/checks.hpp"

using namespace strata;
using namespace strata::testing;

namespace {

using row = std::vector<model::literal>;

const table roles = table("roles")
                        .with(column("id", smallint))
                        .with(column("name", varchar(5)))
                        .with(column("note", text).null())
                        .key({"id"});

names with(const names& columns, const std::vector<row>& rows) {
  return check_findings(schema_of({roles.with_rows(columns, rows)}));
}

const model::literal one = literal_integer(1);
const model::literal admin = literal_text("admin");

} // namespace

TEST_CASE("sound rows have no finding", "[check]") {
  CHECK(with({"id", "name"}, {{one, admin}, {literal_integer(2), literal_text("guest")}}).empty());
}

TEST_CASE("rows need a primary key, each another one", "[check]") {
  CHECK(
      check_findings(schema_of({table("t").with(column("a", text)).with_rows({"a"}, {{admin}})})) ==
      names{"0: [S160] t has reference rows but no primary key, which identifies them; declare one "
            R"(| primary_key("…"))"});
  CHECK(with({"id", "name"}, {{one, admin}, {one, literal_text("guest")}}) ==
        names{"0: [S161] two reference rows of roles have the key 1; keep one"});
}

TEST_CASE("rows name columns that exist, and give what must be given", "[check]") {
  CHECK(with({"id", "nam"}, {{one, admin}}) ==
        names{"0: [S162] the reference rows of roles have a column nam, which the table does not; "
              "declare the rows without it | did you mean name?",
              "0: [S165] the reference rows of roles leave name out, which is not null and has no "
              "default; give it in every row"});
  CHECK(
      with({"name"}, {{admin}}) ==
      names{"0: [S165] the reference rows of roles leave id out, which is in the primary key; give "
            "it in every row"});
}

TEST_CASE("values fit their columns", "[check]") {
  CHECK(
      with({"id", "name"}, {{literal_integer(70000), literal_text("administrator")}}) ==
      names{"0: [S163] a reference row has 70000 in roles.id, which is smallint; give a value of "
            "that type",
            "0: [S163] a reference row has administrator in roles.name, which is varchar(5); give "
            "a value of that type"});
  CHECK(with({"id", "name"}, {{one, {}}}) ==
        names{"0: [S164] a reference row has null in roles.name, which is not null; give a value"});
}

TEST_CASE("values of an enumeration are among its values", "[check]") {
  model::schema schema = schema_of({table("t")
                                        .with(column("id", bigint))
                                        .with(column("s", enumerated("status")))
                                        .key({"id"})
                                        .with_rows({"id", "s"}, {{one, literal_text("of")}})});
  schema.enumerations = {enumeration("status", {"on", "off"})};
  CHECK(
      check_findings(schema) ==
      names{"0: [S163] a reference row has of in t.s, which is status; give a value of that type | "
            "did you mean off?"});
}
