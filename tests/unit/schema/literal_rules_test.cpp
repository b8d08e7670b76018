// Which literals fit which column types.
#include "tests/support/catch.hpp"

#include <strata/schema/literal_rules.hpp>

using namespace strata::detail;
namespace dsl = strata::dsl;

namespace {

bool fits_type(const literal_value& value, const column_type& type) {
  return fits(value, type, {});
}

} // namespace

TEST_CASE("integers fit the integer types that can hold them", "[schema]") {
  CHECK(fits_type(32767, dsl::smallint));
  CHECK_FALSE(fits_type(32768, dsl::smallint));
  CHECK(fits_type(-2147483648LL, dsl::integer));
  CHECK_FALSE(fits_type(2147483648LL, dsl::integer));
  CHECK(fits_type(9223372036854775807LL, dsl::bigint));
  CHECK(fits_type(1, dsl::numeric));
  CHECK(fits_type(1, dsl::double_precision));
  CHECK_FALSE(fits_type(1, dsl::text));
  CHECK_FALSE(fits_type(1, dsl::boolean));
}

TEST_CASE("decimals fit inexact and exact numbers, not integers", "[schema]") {
  CHECK(fits_type(0.5, dsl::real));
  CHECK(fits_type(0.5, dsl::numeric));
  CHECK_FALSE(fits_type(0.5, dsl::integer));
  CHECK(fits_type("0.10", dsl::numeric));
  CHECK(fits_type("-3", dsl::numeric));
  CHECK_FALSE(fits_type("1e5", dsl::numeric));
  CHECK_FALSE(fits_type("", dsl::numeric));
}

TEST_CASE("texts fit their length in characters, not in bytes", "[schema]") {
  CHECK(fits_type("\xC3\xA4\xC3\xB6", dsl::varchar(2)));
  CHECK_FALSE(fits_type("abc", dsl::varchar(2)));
  CHECK(fits_type("any length", dsl::varchar));
  CHECK(fits_type("2020-01-01", dsl::date));
  CHECK_FALSE(fits_type("true", dsl::boolean));
  CHECK_FALSE(fits_type("1", dsl::bigint));
}

TEST_CASE("uuids, bytes and arrays are looked at", "[schema]") {
  CHECK(fits_type("00000000-0000-0000-0000-00000000000a", dsl::uuid));
  CHECK_FALSE(fits_type("00000000-0000-0000-0000-00000000000g", dsl::uuid));
  CHECK_FALSE(fits_type("a", dsl::uuid));
  CHECK(fits_type(dsl::bytes("00fF"), dsl::bytea));
  CHECK_FALSE(fits_type(dsl::bytes("0"), dsl::bytea));
  CHECK_FALSE(fits_type("00", dsl::bytea));
  CHECK(fits_type("{}", dsl::array(dsl::integer)));
  CHECK_FALSE(fits_type(1, dsl::array(dsl::integer)));
}

TEST_CASE("an enumeration's literals are its values, where they are known", "[schema]") {
  static constexpr text_ref values[] = {"sad", "ok"};
  const column_type mood{type_kind::enumeration};
  CHECK(fits("ok", mood, {values, 2}));
  CHECK_FALSE(fits("happy", mood, {values, 2}));
  CHECK(fits("happy", mood, {}));
  CHECK(fits(dsl::null, mood, {values, 2}));
}

TEST_CASE("functions fit the types that both databases give their values", "[schema]") {
  const auto fits_default = [](default_value value, const column_type& type) {
    return fits(value, type, {});
  };
  CHECK(fits_default(dsl::now(), dsl::timestamptz));
  CHECK(fits_default(dsl::now(), dsl::date));
  CHECK(fits_default(dsl::current_time(), dsl::time_of_day));
  CHECK_FALSE(fits_default(dsl::current_time(), dsl::date));
  CHECK(fits_default(dsl::gen_random_uuid(), dsl::uuid));
  CHECK(fits_default(dsl::gen_random_uuid(), dsl::text));
  CHECK_FALSE(fits_default(dsl::gen_random_uuid(), dsl::bigint));
  CHECK_FALSE(fits_default(dsl::now(), dsl::array(dsl::date)));
}
