// Identifiers in SQL text.
#include "codegen/compose/sql_words.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/model_builders.hpp"

using namespace strata;
using codegen::mentions;
using codegen::replace_words;
using testing::sql;

TEST_CASE("a column is mentioned by its name, quoted or not, and not in strings", "[compose]") {
  CHECK(mentions(sql("a > Amount"), "amount"));
  CHECK(mentions(sql(R"("Amount" > 0)"), "Amount"));
  CHECK_FALSE(mentions(sql(R"("Amount" > 0)"), "amount"));
  CHECK_FALSE(mentions(sql("kind = 'amount'"), "amount"));
  CHECK_FALSE(mentions(sql("kind = 'it''s amount'"), "amount"));
  CHECK_FALSE(mentions(sql("-- amount\n1 /* amount */ > 0"), "amount"));
  CHECK_FALSE(mentions(sql("amounts > 0"), "amount"));
}

TEST_CASE("a function is not a column of its name", "[compose]") {
  CHECK_FALSE(mentions(sql("length (name) > 3"), "length"));
  CHECK(mentions(sql("length(length) > 3"), "length"));
}

TEST_CASE("a rename is followed in an expression", "[compose]") {
  const auto renamed = [](const std::string& word) { return word == "amount" ? "total" : word; };
  CHECK(replace_words("amount > 0 AND \"amount\" < 'amount'", renamed) ==
        "total > 0 AND \"total\" < 'amount'");
  CHECK(replace_words("amount(x)", renamed) == "amount(x)");
}
