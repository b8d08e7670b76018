// Summaries for a terminal.
#include "codegen/show/summary.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/model_builders.hpp"

using namespace strata;
using namespace strata::codegen;
using namespace strata::testing;

TEST_CASE("a table's columns, keys and indexes stand below it", "[show]") {
  model::index by_email = testing::index(names{"email"});
  by_email.name = "by_email";
  model::schema schema = schema_of({table("users")
                                        .with_id()
                                        .with(column("email", text).null().says("of work"))
                                        .check(sql("email <> ''"), "has_email")
                                        .with(by_email)});
  schema.enumerations.push_back(enumeration("mood", {"sad", "not sad"}));
  CHECK(summary_text(schema, model::dialect::postgresql) ==
        "1 table, 2 columns, 2 constraints, 1 index, 1 enumeration\n"
        "\n"
        "table users\n"
        "  id     bigint  not null  identity\n"
        "  email  text    -- of work\n"
        "  PRIMARY KEY (\"id\")\n"
        "  CHECK (email <> '')  has_email\n"
        "  INDEX \"by_email\" ON \"users\" (\"email\")\n"
        "\n"
        "enumeration mood: sad, \"not sad\"\n");
}

TEST_CASE("an empty schema has nothing", "[show]") {
  CHECK(summary_text({}, model::dialect::sqlite) == "nothing\n");
}

TEST_CASE("no name ends its line or passes for another", "[show]") {
  const model::schema schema = schema_of({table("a\nb\"").with(column("x y\x1b", text))});
  CHECK(summary_text(schema, model::dialect::postgresql) == "1 table, 1 column\n"
                                                            "\n"
                                                            "table \"a b\"\"\"\n"
                                                            "  \"x y \"  text  not null\n");
}

TEST_CASE("an index says what it is a part of, and that its building failed", "[show]") {
  model::index part = testing::index(names{"id"});
  part.name = "part";
  part.part_of = "the whole";
  model::index broken = testing::index(names{"id"});
  broken.name = "broken";
  broken.not_valid = true;
  const std::string text = summary_text(schema_of({table("t").with_id().with(part).with(broken)}),
                                        model::dialect::postgresql);
  CHECK(text.find("  INDEX \"part\" ON \"t\" (\"id\")  part of \"the whole\"\n") !=
        std::string::npos);
  CHECK(text.find("  INDEX \"broken\" ON \"t\" (\"id\")  not valid\n") != std::string::npos);
}
