// Literals against types.
#include "codegen/check/literal_fit.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/model_builders.hpp"

using namespace strata;
using namespace strata::testing;
using codegen::fits;

TEST_CASE("numbers fit the types that hold them", "[check]") {
  CHECK(fits(literal_integer(32767), smallint));
  CHECK_FALSE(fits(literal_integer(32768), smallint));
  CHECK(fits(literal_integer(-2147483648LL), integer));
  CHECK_FALSE(fits(literal_integer(2147483648LL), integer));
  CHECK(fits(literal_integer(1), numeric(5, 2)));
  CHECK_FALSE(fits(literal_integer(1), text));
  CHECK(fits({model::literal::kind::decimal, "0.5"}, double_precision));
  CHECK_FALSE(fits({model::literal::kind::decimal, "0.5"}, bigint));
}

TEST_CASE("texts fit by characters, not bytes", "[check]") {
  CHECK(fits(literal_text("äöü"), varchar(3)));
  CHECK_FALSE(fits(literal_text("äöüx"), varchar(3)));
  CHECK(fits(literal_text("2024-01-01"), date));
  CHECK_FALSE(fits(literal_text("1"), bigint));
}

TEST_CASE("null fits every type, truth only boolean", "[check]") {
  CHECK(fits({}, bytea));
  CHECK(fits(literal_boolean(true), boolean));
  CHECK_FALSE(fits(literal_boolean(true), integer));
}
