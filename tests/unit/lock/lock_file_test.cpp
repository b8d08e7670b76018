// The lock as a file: only what changed is in it, and it reads back whole.
#include "codegen/lock/lock_file.hpp"
#include "tests/unit/lock/sample.hpp"

#include "tests/support/catch.hpp"

using namespace strata;
using codegen::lock;

namespace {

model::version simple(int number, std::vector<std::string> tables) {
  model::version version{.number = number};
  for (const std::string& name : tables) {
    version.schema.tables.emplace_back().name.name = name;
    version.schema.tables.back().columns = {testing::sample_column("id", model::type_kind::bigint)};
  }
  return version;
}

lock lock_of(const std::vector<model::version>& versions) {
  lock made;
  for (const auto& text : codegen::canonical(versions)) {
    made.versions.push_back({.text = text,
                             .sealed = text.number == 1,
                             .fingerprint = codegen::fingerprint(text),
                             .oldest_compatible = 1,
                             .files = {{"sqlite/0001.up.sql", "00"}},
                             .line = 0});
  }
  return made;
}

} // namespace

TEST_CASE("a version lists what differs from the one before", "[lock]") {
  const std::string text = print(lock_of({simple(1, {"a", "b"}), simple(2, {"b", "c"})}), "shop");
  const std::string second = text.substr(text.find("version 2"));
  CHECK(second.find("table c\n  column id bigint\n") != std::string::npos);
  CHECK(second.find("gone table a\n") != std::string::npos);
  CHECK(second.find("table b") == std::string::npos);
}

TEST_CASE("a lock reads back as it was", "[lock]") {
  model::version second = testing::sample_version();
  model::version third = simple(3, {"a"});
  const lock made = lock_of({simple(1, {"b", "a"}), second, third});
  const lock read = codegen::parse_lock(print(made, "shop"));
  REQUIRE(read.versions.size() == 3);
  for (std::size_t at = 0; at < 3; ++at) {
    CHECK(read.versions[at].sealed == made.versions[at].sealed);
    CHECK(read.versions[at].files == made.versions[at].files);
    CHECK(read.versions[at].oldest_compatible == 1);
    CHECK(codegen::fingerprint(read.versions[at].text) == made.versions[at].fingerprint);
  }
  CHECK(codegen::model_of(read.versions[1].text) == second);
  CHECK(print(read, "shop") == print(made, "shop"));
}

TEST_CASE("a lock remembers how a version's numbers are kept on SQLite", "[lock]") {
  lock made = lock_of({simple(1, {"a"}), simple(2, {"a"})});
  made.versions[1].numbers_by_value = true;
  const lock read = codegen::parse_lock(print(made, "shop"));
  CHECK_FALSE(read.versions[0].numbers_by_value);
  CHECK(read.versions[1].numbers_by_value);
}

TEST_CASE("a lock of another form is refused", "[lock]") {
  CHECK_THROWS_AS(codegen::parse_lock("strata_lock 2\n"), codegen::unreadable);
  CHECK_THROWS_AS(codegen::parse_lock(""), codegen::unreadable);
  CHECK_THROWS_AS(codegen::parse_lock("strata_lock 1\nsealed\n"), codegen::unreadable);
  CHECK_THROWS_AS(codegen::parse_lock("strata_lock 1\nversion 1\ngone table a\n"),
                  codegen::unreadable);
  CHECK_THROWS_AS(codegen::parse_lock("strata_lock 1\nversion 1\nplanet mars\n"),
                  codegen::unreadable);
}
