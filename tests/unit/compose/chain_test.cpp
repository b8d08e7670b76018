// Derived tables in a chain: from the latest declaration, and with the transition's word.
#include "codegen/compose/compose.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/declarations.hpp"

using namespace strata;
using namespace strata::testing;
using codegen::compose;
using codegen::diagnostics;

namespace {

const table cameras = table("cameras").with_id().with(column("name", text)).with(index({"name"}));

const version first = version(1).lists(declared(cameras, 1));

} // namespace

TEST_CASE("a derived table takes the place of its parent", "[compose]") {
  diagnostics out;
  const auto versions =
      compose({first,
               version(2).since(1).lists(
                   derived("cameras", 1, 20).with(table("").with(column("site", text).null()))),
               version(3).since(2).lists(derived("cameras", 20, 30).without("site"))},
              out);
  CHECK(out.empty());
  CHECK(versions[1].schema.tables[0].columns.size() == 3);
  CHECK(versions[2].schema == versions[0].schema);
}

TEST_CASE("deriving from what another version has replaced is a finding", "[compose]") {
  diagnostics out;
  compose({first,
           version(2).since(1).lists(
               derived("cameras", 1, 20).with(table("").with(column("site", text).null()))),
           version(3).since(2).lists(
               derived("cameras", 1, 30).with(table("").with(column("owner", text).null())))},
          out);
  CHECK(lines(out) ==
        names{"30: [S104] cameras is taken from a declaration that version 2 has replaced, which "
              "would undo what that version did; take it from the latest one | the latest "
              "declaration is v2's, at schema.hpp:20 | derive it from v2::cameras"});
}

TEST_CASE("listing a declaration again that another version has replaced is a finding",
          "[compose]") {
  diagnostics out;
  compose({first,
           version(2).since(1).lists(
               derived("cameras", 1, 20).without(model::object_kind::index, "cameras_name_idx")),
           version(3).since(2).lists(declared(cameras, 1))},
          out);
  REQUIRE(lines(out).size() == 1);
  CHECK(lines(out)[0].find("[S104] cameras") != std::string::npos);
}

TEST_CASE("a renamed table that is not listed gets new default names", "[compose]") {
  diagnostics out;
  const auto versions = compose(
      {first, version(2).since(1).says(transition().rename_table("cameras", "lenses"))}, out);
  const model::table& lenses = versions[1].schema.tables[0];
  CHECK(lenses.name.name == "lenses");
  CHECK(lenses.primary_key->name == "lenses_pkey");
  CHECK(lenses.indexes[0].name == "lenses_name_idx");
}

TEST_CASE("a derivation follows the transition's renames", "[compose]") {
  diagnostics out;
  const auto versions = compose({first,
                                 version(2)
                                     .since(1)
                                     .lists(derived("cameras", 1, 20)
                                                .renamed("lenses")
                                                .renamed_column("name", "label")
                                                .with(table("").with(column("label", varchar(9)))))
                                     .says(transition()
                                               .rename_table("cameras", "lenses")
                                               .rename_column("lenses", "name", "label"))},
                                out);
  CHECK(lines(out).empty());
  REQUIRE(versions[1].schema.tables.size() == 1);
  const model::table& lenses = versions[1].schema.tables[0];
  CHECK(lenses.name.name == "lenses");
  CHECK(lenses.columns[1] == column("label", varchar(9)));
  CHECK(lenses.indexes[0].name == "lenses_label_idx");
}

TEST_CASE("a rename that the transition does not give a reason for is a finding", "[compose]") {
  diagnostics out;
  const auto versions =
      compose({first,
               version(2).since(1).lists(
                   derived("cameras", 1, 20).renamed("lenses").renamed_column("name", "label"))},
              out);
  CHECK(
      lines(out) ==
      names{R"(20: [S108] lenses.name is renamed without a word in the transition; say why | )"
            R"(rename_column("lenses", "name", "label").because("…"))",
            R"(20: [S109] cameras is renamed to lenses without a word in the transition; say why )"
            R"(| rename_table("cameras", "lenses").because("…"))"});
  CHECK(versions[1].schema.tables[0].name.name == "lenses");
}

TEST_CASE("a renamed index keeps its given name under its default key", "[compose]") {
  diagnostics out;
  const auto versions =
      compose({first,
               version(2).since(1).says(transition().rename(
                   model::object_kind::index, "cameras", "cameras_name_idx", "by_name"))},
              out);
  CHECK(versions[1].schema.tables[0].indexes[0].name == "by_name");
}

TEST_CASE("deriving from a table that is not there is a finding", "[compose]") {
  diagnostics out;
  compose({first, version(2).since(1).lists(derived("camera", 7, 20))}, out);
  CHECK(lines(out) ==
        names{"20: [S105] camera is derived from a table that the version before does "
              "not have; declare it whole | did you mean cameras?"});
}

TEST_CASE("two tables of one version can be alike", "[compose]") {
  diagnostics out;
  const auto versions = compose({first.lists(derived("cameras", 1, 2).renamed("sensors"))}, out);
  CHECK(lines(out).empty());
  REQUIRE(versions[0].schema.tables.size() == 2);
  CHECK(versions[0].schema.tables[1].indexes[0].name == "sensors_name_idx");
}

TEST_CASE("a privilege that is dropped is carried on no more", "[compose]") {
  model::grant read;
  read.object = {{}, "cameras"};
  read.privilege = "SELECT";
  read.grantee = "clerk";
  model::grant by_all = read;
  by_all.grantee = {};
  model::version_declaration all = first;
  all.objects.emplace_back(read);
  all.objects.emplace_back(by_all);
  version next = version(2).since(1);
  model::drop& gone = next.transition.drops.emplace_back();
  gone.kind = model::object_kind::grant;
  gone.owner = {{}, "cameras"};
  gone.name = {{}, "SELECT to clerk"};
  diagnostics out;
  CHECK(compose({all, next}, out)[1].schema.grants == std::vector{by_all});
  CHECK(out.empty());
}
