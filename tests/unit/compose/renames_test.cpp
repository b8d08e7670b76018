// What follows a rename by itself.
#include "codegen/compose/renames.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/model_builders.hpp"

using namespace strata;
using namespace strata::testing;
using codegen::carry_over;
using codegen::renames;

TEST_CASE("keys, indexes, rows and foreign keys follow a renamed column", "[compose]") {
  const auto schema_with = [](const std::string& key_column) {
    return schema_of(
        {table("users")
             .with(column(key_column, bigint))
             .with(column("name", text))
             .key({key_column})
             .unique({"name", key_column})
             .with(index({key_column}))
             .with_rows({key_column, "name"}, {{literal_integer(1), literal_text("a")}}),
         table("posts")
             .with(column("author", bigint))
             .with(references({"author"}, "users", {key_column}))});
  };
  model::schema schema = schema_with("id");
  carry_over(schema, renames(transition().rename_column("users", "id", "user_id")));
  CHECK(schema == schema_with("user_id"));
}

TEST_CASE("foreign keys, triggers and dependencies follow a renamed table", "[compose]") {
  const auto schema_with = [](const std::string& name) {
    model::schema schema = schema_of(
        {table(name).with_id(),
         table("posts").with(column("author", bigint)).with(references({"author"}, name, {"id"}))});
    schema.views = {view("v", sql("SELECT 1"), {name})};
    schema.triggers = {trigger("t", name, sql("AFTER INSERT"), sql("SELECT 1"))};
    return schema;
  };
  model::schema schema = schema_with("users");
  carry_over(schema, renames(transition().rename_table("users", "people")));
  CHECK(schema == schema_with("people"));
}

TEST_CASE("types, defaults and rows follow a renamed enumeration and its values", "[compose]") {
  const auto schema_with = [](const std::string& name, const std::string& value) {
    model::schema schema = schema_of(
        {table("t")
             .with_id()
             .with(column("s", enumerated(name)).defaults_to(model::literal(literal_text(value))))
             .with_rows({"id", "s"}, {{literal_integer(1), literal_text(value)}})});
    schema.enumerations = {enumeration(name, {value, "other"})};
    return schema;
  };
  model::schema schema = schema_with("status", "on");
  carry_over(schema,
             renames(transition()
                         .rename(model::object_kind::enumeration, {}, "status", "state")
                         .rename(model::object_kind::enum_value, "state", "on", "active")));
  CHECK(schema == schema_with("state", "active"));
}

TEST_CASE("two tables can take each other's name", "[compose]") {
  model::schema schema = schema_of({table("a").with_id(), table("b")});
  carry_over(schema, renames(transition().rename_table("a", "b").rename_table("b", "a")));
  CHECK(schema == schema_of({table("b").with_id(), table("a")}));
}
