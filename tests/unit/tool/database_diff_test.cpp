// Plans between inspected schemas, as scripts.
#include "codegen/tool/database_diff.hpp"

#include "codegen/tool/given_conversions.hpp"
#include "codegen/tool/script.hpp"
#include "codegen/tool/tool_error.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/model_builders.hpp"

#include <utility>

using namespace strata;
using namespace strata::codegen;

namespace {

live_schema live(model::dialect on, const std::string& table, const model::column& column) {
  live_schema made;
  made.on = {on, on == model::dialect::sqlite ? 3040000 : 150000};
  made.default_schema = "public";
  model::table& only = made.schema.tables.emplace_back();
  only.name.name = table;
  only.columns = {column};
  return made;
}

model::column of_type(const std::string& name, const model::data_type& type) {
  model::column column;
  column.name = name;
  column.type = type;
  column.nullable = true;
  return column;
}

std::string script_text(const live_schema& from, const live_schema& to, bool fast = true) {
  diagnostics found;
  model::transition said;
  said.fast = fast;
  const database_diff made = make_database_diff(from, to, std::move(said), found);
  REQUIRE(found.empty());
  return print_script(script_of(made, from));
}

model::data_type words(const std::string& declared) {
  model::data_type type = testing::type(model::type_kind::named);
  type.name.name = declared;
  return type;
}

} // namespace

TEST_CASE("equal schemas give no script", "[tool]") {
  const live_schema one = live(model::dialect::postgresql, "t", of_type("a", testing::text));
  CHECK(script_text(one, one).empty());
}

TEST_CASE("a script sets the session up and writes its transactions out", "[tool]") {
  const live_schema from = live(model::dialect::postgresql, "t", of_type("a", testing::text));
  live_schema to = from;
  to.schema.tables.front().columns.push_back(of_type("b", testing::text));
  CHECK(script_text(from, to) == "SET check_function_bodies = false;\n"
                                 "SET search_path = \"public\";\n\n"
                                 "BEGIN;\n"
                                 "ALTER TABLE \"t\" ADD COLUMN \"b\" text;\n"
                                 "COMMIT;\n");
}

TEST_CASE("the catalogue of casts decides how types convert", "[tool]") {
  const auto using_sql = [](const model::data_type& from, const model::data_type& to) {
    const std::string text = script_text(live(model::dialect::postgresql, "t", of_type("a", from)),
                                         live(model::dialect::postgresql, "t", of_type("a", to)));
    const std::size_t at = text.find("USING ");
    return at == std::string::npos ? "" : text.substr(at, text.find(';', at) - at);
  };
  CHECK(using_sql(testing::boolean, testing::integer) == "USING \"a\"::integer");
  CHECK(using_sql(testing::array(testing::text), testing::jsonb) == "USING to_jsonb(\"a\")");
  CHECK(using_sql(testing::timestamp, testing::timestamptz) == "USING \"a\" AT TIME ZONE 'UTC'");
  CHECK(using_sql(testing::integer, testing::bigint).empty());
}

TEST_CASE("what no cast converts wants an expression", "[tool]") {
  const live_schema from = live(model::dialect::postgresql, "t", of_type("a", testing::boolean));
  const live_schema to = live(model::dialect::postgresql, "t", of_type("a", testing::bigint));
  diagnostics found;
  CHECK(make_database_diff(from, to, {}, found).steps.empty());
  REQUIRE(found.sorted().size() == 1);
  CHECK(found.sorted().front().code == "S330");
  CHECK(found.sorted().front().help ==
        std::vector<std::string>{"--convert 't.a=a::integer::bigint'"});
  model::transition said;
  said.conversions = given_conversions({"t.a=a::integer::bigint"}, to);
  diagnostics none;
  CHECK_FALSE(make_database_diff(from, to, std::move(said), none).steps.empty());
  CHECK(none.empty());
  CHECK_THROWS_AS(given_conversions({"t.b=1"}, to), tool_usage_error);
  CHECK_THROWS_AS(given_conversions({"t.a"}, to), tool_usage_error);
}

TEST_CASE("a word for what does not change is a mistake", "[tool]") {
  const live_schema one = live(model::dialect::postgresql, "t", of_type("a", testing::text));
  model::transition said;
  said.conversions = given_conversions({"t.a=a"}, one);
  diagnostics none;
  CHECK_THROWS_AS(make_database_diff(one, one, said, none), tool_usage_error);
}

TEST_CASE("on SQLite a name in another case is a rename", "[tool]") {
  const std::string text =
      script_text(live(model::dialect::sqlite, "USERS", of_type("ID", words("int"))),
                  live(model::dialect::sqlite, "users", of_type("id", words("int"))));
  CHECK(text.find("DROP TABLE") == std::string::npos);
  CHECK(text.find("RENAME TO \"users\"") != std::string::npos);
}
