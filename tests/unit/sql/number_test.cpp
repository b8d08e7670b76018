// How SQLite keeps numbers.
#include "codegen/sql/number.hpp"

#include "tests/support/catch.hpp"

using namespace strata;
using namespace strata::codegen;
using sql::number_form;

namespace {

model::column of_digits(std::optional<int> precision, std::optional<int> scale) {
  model::column made;
  made.name = "p";
  made.type.kind = model::type_kind::numeric;
  made.type.precision = precision;
  made.type.scale = scale;
  return made;
}

} // namespace

TEST_CASE("up to fifteen digits are a number, others their digits", "[sql]") {
  CHECK(sql::number_form_of(of_digits(10, 2)) == number_form::real);
  CHECK(sql::number_form_of(of_digits(15, 15)) == number_form::real);
  CHECK(sql::number_form_of(of_digits(9, {})) == number_form::real);
  CHECK(sql::number_form_of(of_digits(16, 2)) == number_form::digits);
  CHECK(sql::number_form_of(of_digits({}, {})) == number_form::digits);
  model::column other = of_digits(10, 2);
  other.sqlite_type = "BLOB";
  CHECK_FALSE(sql::number_form_of(other));
  other.sqlite_type = sql::found_text_words;
  CHECK(sql::number_form_of(other) == number_form::found_text);
  CHECK_FALSE(sql::has_own_sqlite_words(other));
}

TEST_CASE("each number has one text", "[sql]") {
  CHECK(sql::one_text("1.50") == "1.5");
  CHECK(sql::one_text("-01.50") == "-1.5");
  CHECK(sql::one_text("-0.00") == "0");
  CHECK(sql::one_text(".5") == "0.5");
  CHECK(sql::one_text("5.") == "5");
  CHECK(sql::one_text("100") == "100");
  CHECK_FALSE(sql::one_text("1e5"));
  CHECK_FALSE(sql::one_text("NaN"));
  CHECK_FALSE(sql::one_text(""));
}
