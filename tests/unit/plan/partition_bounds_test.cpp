// Which bounds leave two partitions nothing to share.
#include "codegen/plan/partition_bounds.hpp"
#include "tests/support/catch.hpp"

#include <string>

using strata::codegen::may_overlap;

namespace {

std::string range(const char* from, const char* to) {
  return std::string("FOR VALUES FROM (") + from + ") TO (" + to + ")";
}

std::string day(const char* from, const char* to) {
  return range(("'" + std::string(from) + "'").c_str(), ("'" + std::string(to) + "'").c_str());
}

/// Both ways round.
bool overlap(const std::string& one, const std::string& other) {
  const bool found = may_overlap(one, other);
  CHECK(may_overlap(other, one) == found);
  return found;
}

} // namespace

TEST_CASE("ranges that end where others begin share nothing", "[plan]") {
  CHECK_FALSE(overlap(range("1", "10"), range("10", "20")));
  CHECK_FALSE(overlap(range("-10", "-5"), range("-5", "0")));
  CHECK_FALSE(overlap(range("9", "10"), range("100", "200")));
  CHECK_FALSE(overlap(range("MINVALUE", "0"), "for values from (0) to (maxvalue)"));
  CHECK_FALSE(overlap(range("1, 'a'", "1, 'b'"), range("2, 'a'", "2, 'b'")));
  CHECK_FALSE(overlap(day("2024-01-01", "2024-02-01"), day("2024-02-01", "2024-03-01")));
  CHECK_FALSE(overlap(day("2024-01-01 00:00:00+00", "2024-02-01 00:00:00+00"),
                      day("2025-01-01 00:00:00+00", "2025-02-01 00:00:00+00")));
}

TEST_CASE("ranges that overlap, or that only a type's own order tells apart, may overlap",
          "[plan]") {
  CHECK(overlap(range("1", "11"), range("10", "20")));
  CHECK(overlap(range("1", "2"), range("1", "2")));
  CHECK(overlap(range("1, 1", "3, 1"), range("2, 1", "4, 1")));
  CHECK(overlap(day("2024-01-01", "2025-01-01"), day("2024-01-01", "2024-02-01")));
  CHECK(overlap(range("'-5'", "'-4'"), range("'-3'", "'-2'"))); // As letters -4 stands after -3.
  CHECK(overlap(day("01/02/2024", "02/02/2024"), day("03/01/2024", "04/01/2024")));
  CHECK(overlap(day("0046-03-15 BC", "0043-03-15 BC"), day("0045-03-15 BC", "0044-03-15 BC")));
  CHECK(overlap(day("2024-10-27 00:00:00+00", "2024-10-27 02:30:00+01"),
                day("2024-10-27 02:30:00+02", "2024-10-28 00:00:00+02")));
  CHECK(overlap(range("'a'", "'b'"), range("'c'", "'d'")));
  CHECK(overlap(range("1", "2"), "FOR VALUES FROM (3"));
}

TEST_CASE("lists share nothing where every value is another", "[plan]") {
  CHECK_FALSE(overlap("FOR VALUES IN ('a', 'b')", "FOR VALUES IN ('c')"));
  CHECK_FALSE(overlap("FOR VALUES IN ('a, b', 'it''s')", "FOR VALUES IN ('b', 'a', NULL)"));
  CHECK_FALSE(overlap("FOR VALUES IN (1, 2)", "FOR VALUES IN (3)"));
  CHECK(overlap("FOR VALUES IN ('a', 'b')", "FOR VALUES IN ('b')"));
  CHECK(overlap("FOR VALUES IN ('a')", "FOR VALUES IN ('A')"));
  CHECK(overlap("FOR VALUES IN (NULL)", "FOR VALUES IN (NULL)"));
  CHECK(overlap("FOR VALUES IN (1)", "FOR VALUES IN ('1')"));
  CHECK(overlap("FOR VALUES IN ('1.0')", "FOR VALUES IN ('1.00')"));
}

TEST_CASE("remainders are compared by what their moduli have in common", "[plan]") {
  CHECK_FALSE(overlap("FOR VALUES WITH (modulus 4, remainder 0)",
                      "FOR VALUES WITH (MODULUS 4, REMAINDER 1)"));
  CHECK_FALSE(overlap("FOR VALUES WITH (modulus 4, remainder 3)",
                      "FOR VALUES WITH (modulus 2, remainder 0)"));
  CHECK(overlap("FOR VALUES WITH (modulus 4, remainder 2)",
                "FOR VALUES WITH (modulus 2, remainder 0)"));
  CHECK(overlap("FOR VALUES WITH (modulus 4, remainder 2)",
                "FOR VALUES WITH (modulus 4, remainder 2)"));
}

TEST_CASE("the default partition may hold what any other may", "[plan]") {
  CHECK(overlap("DEFAULT", "DEFAULT"));
  CHECK(overlap("DEFAULT", "FOR VALUES IN (1)"));
}
