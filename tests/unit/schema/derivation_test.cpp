// Which columns a table has, through its derivations.
#include "tests/support/catch.hpp"

#include <strata/schema.hpp>

namespace {

namespace declared {
using namespace strata::dsl;

constexpr auto one = table("t", column("a", text), column("b", text).nullable(), column("c", text));
constexpr auto two = one.renamed_column("a", "x").without("b").with(column("d", text));
constexpr auto three = two.renamed_column("x", "y").with(column("c", text).nullable());
constexpr auto four = three.renamed("u").with(column("b", integer));
} // namespace declared

bool has(const strata::detail::table_facts& table, strata::detail::text_ref name) {
  return strata::detail::has_column(table, name);
}

} // namespace

TEST_CASE("a derived table has its parent's columns, renamed, without those left out", "[schema]") {
  CHECK(has(declared::one, "a"));
  CHECK_FALSE(has(declared::one, "x"));
  CHECK(has(declared::two, "x"));
  CHECK_FALSE(has(declared::two, "a"));
  CHECK_FALSE(has(declared::two, "b"));
  CHECK(has(declared::two, "c"));
  CHECK(has(declared::two, "d"));
}

TEST_CASE("a chain of derivations is walked to its beginning", "[schema]") {
  CHECK(has(declared::three, "y"));
  CHECK_FALSE(has(declared::three, "x"));
  CHECK_FALSE(has(declared::three, "a"));
  CHECK(has(declared::four, "b"));
  CHECK(has(declared::four, "y"));
  CHECK(find_column(declared::three, "c").facts().nullable);
  CHECK_FALSE(find_column(declared::two, "c").facts().nullable);
}
