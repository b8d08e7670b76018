// What was edited, in a reader's words.
#include "codegen/lock/explain.hpp"
#include "tests/unit/lock/sample.hpp"

#include "tests/support/catch.hpp"

using namespace strata;

namespace {

model::version cameras() {
  model::version version{.number = 1, .title = "t"};
  model::table& table = version.schema.tables.emplace_back();
  table.name.name = "cameras";
  table.columns = {testing::sample_column("id", model::type_kind::bigint),
                   testing::sample_column("site", model::type_kind::text)};
  table.checks = {{.name = "site_check", .expression = {"site <> ''", "site <> ''"}}};
  return version;
}

template <typename Change>
std::vector<std::string> explained(Change change) {
  model::version is = cameras();
  change(is, is.schema.tables[0]);
  const auto texts = codegen::canonical({cameras(), is});
  return codegen::explain(texts[0], texts[1]);
}

using lines = std::vector<std::string>;

} // namespace

TEST_CASE("each difference is said in one line", "[lock]") {
  CHECK(explained([](auto&, auto&) {}).empty());
  CHECK(explained([](auto&, auto& t) {
          t.columns[1].type.kind = model::type_kind::varchar;
          t.columns[1].type.length = 50;
        }) == lines{"column cameras.site: text -> varchar(50)"});
  CHECK(explained([](auto&, auto& t) { t.columns[1].nullable = true; }) ==
        lines{"column cameras.site: now nullable"});
  CHECK(explained([](auto&, auto& t) { t.columns.pop_back(); }) ==
        lines{"removed: column cameras.site"});
  CHECK(explained([](auto&, auto& t) {
          t.columns.push_back(testing::sample_column("name", model::type_kind::text));
        }) == lines{"added: column cameras.name"});
  CHECK(explained([](auto&, auto& t) { std::swap(t.columns[0], t.columns[1]); }) ==
        lines{"table cameras: columns in order id, site -> site, id"});
  CHECK(explained([](auto&, auto& t) {
          t.checks[0].expression = {"x", "x"};
        }) == lines{"check cameras.site_check: expression \"site <> ''\" -> \"x\""});
  CHECK(explained([](auto& v, auto&) { v.title = "u"; }) == lines{"title: \"t\" -> \"u\""});
  CHECK(explained([](auto& v, auto& t) {
          auto other = t;
          other.name.name = "zones";
          v.schema.tables.push_back(other);
        }) == lines{"added: table zones"});
  CHECK(explained([](auto& v, auto&) {
          v.transition.drops = {{model::object_kind::table, {}, {"", "old"}, "unused", {}, {}}};
        }) == lines{"transition: now drop table old because \"unused\""});
}
