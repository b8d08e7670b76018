// Names that a plan makes up.
#include "codegen/plan/passing_names.hpp"

#include "codegen/text/utf8.hpp"
#include "tests/support/catch.hpp"

#include <strata/model/schema.hpp>

using namespace strata;
using strata::codegen::passing_names;

namespace {

const std::string alike(58, 'a');

/// Of which some are so long that they must be cut.
model::schema with_indexes(const std::vector<std::string>& names) {
  model::schema made;
  model::table& table = made.tables.emplace_back();
  table.name.name = "t";
  for (const std::string& each : names) {
    table.indexes.emplace_back().name = each;
  }
  return made;
}

} // namespace

TEST_CASE("a passing name says what it is of", "[plan]") {
  const passing_names names(with_indexes({"i"}), {});
  CHECK(names.old("i") == "i__strata_old");
  CHECK(names.fresh("i") == "i__strata_new");
  CHECK(names.make("strata_not_null_a", "") == "strata_not_null_a");
}

TEST_CASE("long names that begin alike have passing names of their own", "[plan]") {
  const passing_names names(with_indexes({alike + "_one", alike + "_two"}), {});
  const std::string one = names.old(alike + "_one");
  CHECK(one != names.old(alike + "_two"));
  CHECK(one.size() == 63);
  CHECK(one.ends_with("__strata_old"));
  CHECK(names.old(alike + "_one") == one);
  CHECK(names.make("strata_not_null_" + alike + "1", "") !=
        names.make("strata_not_null_" + alike + "2", ""));
}

TEST_CASE("a passing name is none that either schema has, in whatever letters", "[plan]") {
  const passing_names names(with_indexes({"i", "I__STRATA_old"}), with_indexes({"i__strata_new"}));
  for (const std::string& each : {names.old("i"), names.fresh("i")}) {
    CHECK(each.starts_with("i_"));
    CHECK(each != "i__strata_old");
    CHECK(each != "i__strata_new");
  }
}

TEST_CASE("a passing name is cut between characters", "[plan]") {
  std::string name;
  for (int i = 0; i < 15; ++i) {
    name += "\xF0\x9F\x90\x98"; // Of four bytes each.
  }
  for (const std::string end : {"", "a", "ab", "abc"}) {
    const std::string made = passing_names({}, {}).old(end + name);
    CHECK(made.size() <= 63);
    CHECK(codegen::valid_utf8(made) == made);
  }
}
