// What was inspected, as it would be declared.
#include "codegen/import/declared.hpp"

#include "codegen/import/declared_default.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/model_builders.hpp"

using namespace strata;
using namespace strata::codegen;
using model::dialect;
using model::literal;

namespace {

model::default_value read(const std::string& words, const model::data_type& type) {
  model::schema schema;
  model::enumeration& mood = schema.enumerations.emplace_back();
  mood.name.name = "mood";
  mood.values = {"sad"};
  return declared_default(model::sql_text{words, {}}, type, schema, dialect::postgresql);
}

model::default_value same(const std::string& words) { return model::sql_text{words, {}}; }

} // namespace

TEST_CASE("a default that is a value becomes a literal", "[import]") {
  CHECK(read("true", testing::boolean) == model::default_value(testing::literal_boolean(true)));
  CHECK(read("12", testing::integer) == model::default_value(testing::literal_integer(12)));
  CHECK(read("'-1'::integer", testing::integer) ==
        model::default_value(testing::literal_integer(-1)));
  CHECK(read("'it''s'::text", testing::text) ==
        model::default_value(testing::literal_text("it's")));
  CHECK(read("'{}'::jsonb", testing::jsonb) == model::default_value(testing::literal_text("{}")));
  CHECK(read("'sad'::public.mood", testing::enumerated("mood")) == same("'sad'::public.mood"));
  CHECK(read("'sad'::mood", testing::enumerated("mood")) ==
        model::default_value(testing::literal_text("sad")));
  CHECK(read("now()", testing::timestamptz) == model::default_value(model::known_function::now));
}

TEST_CASE("what would come back in another spelling stays an expression", "[import]") {
  for (const char* words : {"CURRENT_TIMESTAMP", "timezone('utc'::text, now())"})
    CHECK(read(words, testing::timestamptz) == same(words));
  CHECK(read("now()", testing::timestamp) == same("now()"));
  CHECK(read("('a'::text || 'b'::text)", testing::text) == same("('a'::text || 'b'::text)"));
  CHECK(read("'a'::text || 'b'::text", testing::text) == same("'a'::text || 'b'::text"));
  CHECK(read("NULL::character varying", testing::varchar(3)) == same("NULL::character varying"));
  CHECK(read("'abcd'::character varying", testing::varchar(3)) ==
        same("'abcd'::character varying"));
  CHECK(read("'angry'::mood", testing::enumerated("mood")) == same("'angry'::mood"));
  CHECK(read("'{}'::text[]", testing::array(testing::text)) == same("'{}'::text[]"));
  CHECK(read("3000000000", testing::integer) == same("3000000000"));
}

TEST_CASE("SQL of one database is declared for all", "[import]") {
  model::schema schema;
  schema.views.emplace_back().query = {"SELECT 1", {}};
  CHECK(as_declared(schema, dialect::postgresql).views.front().query == testing::sql("SELECT 1"));
}

TEST_CASE("a column of SQLite has the nearest type and keeps the words of its own", "[import]") {
  model::schema schema;
  model::table& table = schema.tables.emplace_back();
  for (const char* words : {"VARCHAR(255)", "bigint", "", "Float", "DATETIME", "BOOL"}) {
    model::column& column = table.columns.emplace_back();
    column.type.kind = model::type_kind::named;
    column.type.name.name = words;
  }
  using enum model::type_kind;
  const auto columns = as_declared(schema, dialect::sqlite).tables.front().columns;
  const std::vector<model::type_kind> wanted = {
      text, bigint, bytea, double_precision, text, boolean};
  for (std::size_t at = 0; at < wanted.size(); ++at) {
    CHECK(columns[at].type.kind == wanted[at]);
    const std::string& words = table.columns[at].type.name.name;
    CHECK(columns[at].sqlite_type == (words.empty() ? " " : words));
  }
}

TEST_CASE("a function needs what its variables are rows of", "[import]") {
  model::schema schema;
  schema.tables.emplace_back().name.name = "things";
  schema.tables.emplace_back().name.name = "others";
  model::function& made = schema.functions.emplace_back();
  made.name.name = "f";
  made.definition = {"RETURNS trigger LANGUAGE plpgsql AS $$ DECLARE one things%ROWTYPE; BEGIN "
                     "SELECT * FROM others; RETURN NEW; END $$",
                     {}};
  CHECK(as_declared(schema, dialect::postgresql).functions.front().depends_on ==
        std::vector<model::qualified_name>{{{}, "things"}});
}
