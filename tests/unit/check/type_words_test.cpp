// Types in messages.
#include "codegen/check/type_words.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/model_builders.hpp"

using namespace strata;
using namespace strata::testing;
using codegen::sql_spelling;

TEST_CASE("types are spelled as SQL spells them", "[check]") {
  CHECK(sql_spelling(varchar(100)) == "varchar(100)");
  CHECK(sql_spelling(array(numeric(10, 2))) == "numeric(10,2)[]");
  CHECK(sql_spelling(double_precision) == "double precision");
  CHECK(sql_spelling(enumerated("status")) == "status");
  model::data_type vector = type(model::type_kind::named);
  vector.name.name = "vector";
  vector.modifier = "(3)";
  CHECK(sql_spelling(vector) == "vector(3)");
}
