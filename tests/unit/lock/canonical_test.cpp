// Canonical text says all that a version is, nothing of how it was written, and reads back.
#include "codegen/lock/canonical.hpp"
#include "tests/unit/lock/sample.hpp"

#include "tests/support/catch.hpp"

using namespace strata;
using codegen::canonical;
using codegen::fingerprint;

namespace {

std::string print_of(const model::version& version) {
  return fingerprint(canonical({version}).front());
}

} // namespace

TEST_CASE("a version read from its canonical text is that version", "[lock]") {
  const model::version version = testing::sample_version();
  CHECK(codegen::model_of(canonical({version}).front()) == version);
}

TEST_CASE("an empty version has no text", "[lock]") {
  const auto text = canonical({model::version{.number = 1}}).front();
  CHECK(text.objects.empty());
  CHECK(text.transition.empty());
}

TEST_CASE("what has its default is left out", "[lock]") {
  model::version version{.number = 1};
  version.schema.tables.emplace_back().name.name = "t";
  version.schema.tables[0].columns = {testing::sample_column("c", model::type_kind::text)};
  CHECK(canonical({version}).front().objects.front()->text == "table t\n  column c text\n");
}

TEST_CASE("C++ names, places and the order of declaration are no part of a fingerprint", "[lock]") {
  model::version version = testing::sample_version();
  model::table second;
  second.name.name = "z";
  second.uniques = {{.name = "u1", .columns = {"a"}}, {.name = "u2", .columns = {"b"}}};
  version.schema.tables.push_back(second);
  const std::string before = print_of(version);

  std::swap(version.schema.tables[0], version.schema.tables[1]);
  std::swap(version.schema.tables[0].uniques[0], version.schema.tables[0].uniques[1]);
  version.schema.tables[1].cpp_name = "other";
  version.schema.tables[1].columns[0].cpp.type = "acme::id";
  version.schema.tables[1].where = {"elsewhere.hpp", 7, 1};
  CHECK(print_of(version) == before);
}

TEST_CASE("everything else changes the fingerprint", "[lock]") {
  const model::version version = testing::sample_version();
  const std::string before = print_of(version);
  const auto changed = [&](auto change) {
    model::version copy = version;
    change(copy);
    return print_of(copy) != before;
  };
  CHECK(changed([](auto& v) { v.number = 3; }));
  CHECK(changed([](auto& v) { v.title = ""; }));
  CHECK(changed([](auto& v) { v.schema.tables[0].columns[0].nullable = true; }));
  CHECK(changed(
      [](auto& v) { std::swap(v.schema.tables[0].columns[0], v.schema.tables[0].columns[1]); }));
  CHECK(changed([](auto& v) { v.schema.views[0].query.sqlite += " "; }));
  CHECK(changed([](auto& v) { v.transition.drops[0].because = "another"; }));
  CHECK(changed([](auto& v) { v.transition.fast = false; }));
}

TEST_CASE("an object that stays the same is printed once", "[lock]") {
  const model::version first = testing::sample_version();
  model::version second = first;
  second.number = 3;
  second.schema.views[0].query.sqlite = "SELECT 2";
  const auto texts = canonical({first, second});
  REQUIRE(texts[0].objects.size() == texts[1].objects.size());
  for (std::size_t at = 0; at < texts[0].objects.size(); ++at) {
    const bool is_changed = texts[0].objects[at]->key == "view v";
    CHECK((texts[0].objects[at] == texts[1].objects[at]) == !is_changed);
  }
}
