// What becomes of values when a type changes.
#include "codegen/diff/casts.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/model_builders.hpp"

using namespace strata;
using namespace strata::testing;
using codegen::cast;
using codegen::cast_between;
using kind = model::type_kind;

TEST_CASE("wider types keep every value", "[diff]") {
  CHECK(cast_between(integer, bigint) == cast::exact);
  CHECK(cast_between(varchar(5), varchar(9)) == cast::exact);
  CHECK(cast_between(varchar(5), text) == cast::exact);
  CHECK(cast_between(numeric(5, 2), numeric(9, 2)) == cast::exact);
  CHECK(cast_between(integer, type(kind::numeric)) == cast::exact);
  CHECK(cast_between(uuid, text) == cast::exact);
  CHECK(cast_between(array(integer), array(bigint)) == cast::exact);
}

TEST_CASE("narrower types fail rather than lose", "[diff]") {
  CHECK(cast_between(bigint, integer) == cast::checked);
  CHECK(cast_between(text, varchar(9)) == cast::checked);
  CHECK(cast_between(numeric(9, 2), numeric(5, 2)) == cast::checked);
  CHECK(cast_between(integer, numeric(3, 0)) == cast::checked);
}

TEST_CASE("rounding is a loss", "[diff]") {
  CHECK(cast_between(numeric(9, 4), numeric(9, 2)) == cast::lossy);
  CHECK(cast_between(type(kind::numeric), integer) == cast::lossy);
  CHECK(cast_between(double_precision, integer) == cast::lossy);
  CHECK(cast_between(double_precision, type(kind::real)) == cast::lossy);
  CHECK(cast_between(bigint, double_precision) == cast::lossy);
  CHECK(cast_between(timestamp, date) == cast::lossy);
  model::data_type seconds = timestamp;
  seconds.precision = 0;
  CHECK(cast_between(timestamp, seconds) == cast::lossy);
  CHECK(cast_between(seconds, timestamp) == cast::exact);
}

TEST_CASE("between moments and wall clocks the time zone decides", "[diff]") {
  CHECK(cast_between(timestamp, timestamptz) == cast::by_time_zone);
  CHECK(cast_between(timestamptz, timestamp) == cast::by_time_zone);
  CHECK(cast_between(timestamptz, date) == cast::by_time_zone);
}

TEST_CASE("the catalogue knows more than one word says", "[diff]") {
  using codegen::cast_facts_of;
  using codegen::cast_way;
  CHECK(cast_facts_of(boolean, integer).way == cast_way::written);
  CHECK(cast_facts_of(boolean, bigint).way == cast_way::none);
  CHECK(cast_facts_of(text, integer).way == cast_way::written);
  CHECK_FALSE(cast_facts_of(text, integer).loses.empty());
  CHECK(cast_facts_of(numeric(9, 0), integer).loses.empty());
  CHECK(cast_facts_of(numeric(4, 2), numeric(3, 1)).may_fail); // 99.99 becomes 100.0.
  CHECK(cast_facts_of(integer, array(integer)).way == cast_way::none);
  CHECK(codegen::is_catalogue_change(numeric(5, 2), numeric(9, 2)));
  CHECK_FALSE(codegen::is_catalogue_change(integer, bigint));
  CHECK(codegen::is_read_by_text(integer, bigint));
  CHECK_FALSE(codegen::is_read_by_text(boolean, integer));
}

TEST_CASE("what PostgreSQL casts only when told to has no cast", "[diff]") {
  CHECK(cast_between(text, integer) == cast::none);
  CHECK(cast_between(text, uuid) == cast::none);
  CHECK(cast_between(boolean, integer) == cast::none);
  CHECK(cast_between(text, enumerated("e")) == cast::none);
  CHECK(cast_between(enumerated("e"), enumerated("f")) == cast::none);
  CHECK(cast_between(integer, array(integer)) == cast::none);
  CHECK(cast_between(bytea, text) == cast::none);
  CHECK(cast_between(integer, uuid) == cast::none);
}
