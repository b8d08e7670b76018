// Type changes that need a word.
#include "codegen/diff/suggested_conversion.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/diffs.hpp"

using namespace strata;
using namespace strata::testing;

namespace {

names changing(const model::data_type& from,
               const model::data_type& to,
               const model::transition& words = {}) {
  return transition_findings(schema_of({table("t").with(column("a", from))}),
                             schema_of({table("t").with(column("a", to))}),
                             words);
}

} // namespace

TEST_CASE("a change that needs an expression says which", "[diff]") {
  CHECK(changing(text, integer) ==
        names{"0: [S225] t.a changes from text to integer, and PostgreSQL has no cast for it that "
              "goes without saying; say how its values are converted | "
              R"(convert_column("t", "a", sql("a::integer")))"});
  CHECK(changing(text, integer, transition().convert("t", "a", sql("a::integer"))).empty());
}

TEST_CASE("what is proposed is an expression that PostgreSQL takes", "[diff]") {
  const auto proposed = [](const model::data_type& from, const model::data_type& to) {
    return codegen::suggested_conversion(from, to, "a");
  };
  CHECK(proposed(integer, timestamptz) == "to_timestamp(a)");
  CHECK(proposed(bigint, timestamp) == "(to_timestamp(a) AT TIME ZONE 'UTC')::timestamp");
  CHECK(proposed(timestamptz, bigint) == "extract(epoch from a)::bigint");
  CHECK(proposed(timestamptz, timestamp) == "a AT TIME ZONE 'UTC'");
  CHECK(proposed(integer, boolean) == "a::boolean");
  CHECK(proposed(smallint, boolean) == "a <> 0");
  CHECK(proposed(integer, array(integer)) == "ARRAY[a]::integer[]");
  CHECK(proposed(jsonb, integer) == "a::integer");
  CHECK(proposed(text, bytea) == "convert_to(a, 'UTF8')");
  CHECK(proposed(date, timestamptz) == "a::timestamp AT TIME ZONE 'UTC'");
  CHECK(proposed(boolean, integer) == "a::integer");
  CHECK(proposed(boolean, bigint) == "a::integer::bigint");
  CHECK(proposed(text, uuid) == "a::uuid");
  CHECK(proposed(bytea, uuid) == "a::text::uuid");
  CHECK(codegen::suggested_conversion(text, uuid, "theId") == "\"theId\"::uuid");
}

TEST_CASE("timestamps with and without time zone need a zone", "[diff]") {
  CHECK(changing(timestamp,
                 timestamptz,
                 transition().convert(
                     "t", "a", sql("a AT TIME ZONE 'UTC'"), sql("a AT TIME ZONE 'UTC'")))
            .empty());
  const names found = changing(timestamp, timestamptz);
  REQUIRE(found.size() == 2);
  CHECK(found[0] == "0: [S226] t.a changes from timestamp to timestamptz, which depends on the "
                    "session's time zone; say which zone its values are in | "
                    R"(convert_column("t", "a", sql("a AT TIME ZONE 'UTC'")))");
  CHECK(found[1].find("[S228]") != std::string::npos);
}

TEST_CASE("a loss is accepted or converted", "[diff]") {
  CHECK(
      changing(numeric(9, 4), numeric(9, 2)) ==
      names{"0: [S227] t.a changes from numeric(9,4) to numeric(9,2), which rounds or cuts values; "
            "say that this is meant, or how they are converted | "
            R"(accept(data_loss, "t.a").because("…") | convert_column("t", "a", sql("…")))"});
  transition accepted;
  accepted.acceptances.push_back({"data_loss", "t.a", "cents are enough", {}});
  CHECK(changing(numeric(9, 4), numeric(9, 2), accepted).empty());
}

TEST_CASE("a column that becomes generated loses its values", "[diff]") {
  const auto before = schema_of({table("t").with(column("a", integer)).with(column("b", integer))});
  const auto after = schema_of(
      {table("t").with(column("a", integer)).with(column("b", integer).computed(sql("a + 1")))});
  CHECK(transition_findings(before, after, {}) ==
        names{"0: [S227] t.b becomes generated, and computed values replace those that it has; say "
              R"(that this is meant | accept(data_loss, "t.b").because("…"))"});
  transition accepted;
  accepted.acceptances.push_back({"data_loss", "t.b", "it always was", {}});
  CHECK(transition_findings(before, after, accepted).empty());
}

TEST_CASE("a change that cannot be undone by itself says how, or that it is for good", "[diff]") {
  CHECK(
      changing(integer, text) ==
      names{"0: [S228] t.a changes from integer to text, and undoing that needs an expression too; "
            "give it, or say that this version cannot be undone | "
            R"(convert_column("t", "a", sql("a::text")).down(sql("a::integer")) | )"
            R"(irreversible("…"))"});
  CHECK(changing(integer, text, transition().convert("t", "a", sql("a::text"), sql("a::integer")))
            .empty());
  transition for_good;
  for_good.irreversible = "no";
  CHECK(changing(integer, text, for_good).empty());
}

TEST_CASE("wider types need no word", "[diff]") {
  CHECK(changing(integer, bigint).empty());
  CHECK(changing(varchar(9), varchar(20)).empty());
}
