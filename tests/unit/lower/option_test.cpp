// What the examples of the documentation leave out: every other option, lowered.
#include "tests/unit/lower/lowered.hpp"

#include <strata/schema.hpp>

using namespace strata;
using namespace strata::testing;
using model::type_kind;

namespace {

namespace declared {
using namespace strata::dsl;

constexpr auto mood = enumeration("mood", "sad", value("").as("no_mood"), "ok")
                          .in_schema("hr")
                          .as("mood_t")
                          .only(postgresql);

constexpr auto options =
    table("options",
          column("id", smallint)
              .identity_always()
              .start(-5)
              .increment(2)
              .minimum(-5)
              .maximum(9)
              .cycle(),
          column("mood", array(array(mood))).collate("C"),
          column("other", enumeration_named(qualified("hr", "other"))),
          column("vector", type_named(qualified("x", "vector"), "(3)")),
          column("sum", integer).generated_on_read(sql_for(sqlite, "1 + 2")).only(sqlite),
          column("ratio", double_precision).default_(0.1),
          column("nothing", text).default_(null).nullable(),
          column("today", date).default_(current_date()).not_null_on_conflict(conflict::fail),
          column("clock", time_of_day).default_(current_time()),
          column("n", bigint)
              .default_(-9223372036854775807LL - 1)
              .not_null_named("n_given")
              .not_null_not_valid()
              .not_null_no_inherit(),
          primary_key("id")
              .without_overlaps()
              .include("n")
              .named("pk")
              .initially_deferred()
              .on_conflict(conflict::rollback)
              .on_sqlite("id DESC")
              .comment("the key"),
          unique("n")
              .without_overlaps()
              .include("today")
              .only(postgresql)
              .deferrable()
              .as_found()
              .on_sqlite("n COLLATE RTRIM")
              .on_conflict(conflict::replace)
              .comment("once"),
          check(sql_for(postgresql, "n ~ 1", sqlite, "n > 1"))
              .no_inherit()
              .not_valid()
              .not_enforced()
              .comment("c"),
          foreign_key("id", "n")
              .references(qualified("hr", "people"), "a", "b")
              .match_full()
              .on_delete(set_null)
              .on_update(set_default)
              .not_valid()
              .not_enforced()
              .period()
              .named("fk")
              .comment("f")
              .only(sqlite),
          foreign_key("n").references("options").as_found(),
          exclude(with_operator("n", "&&").opclass("x"))
              .using_method("spgist")
              .comment("e")
              .initially_deferred(),
          index(asc("n").nulls_first().collate("C")).nulls_not_distinct().comment("i"),
          index("today").only_parent().part_of("whole"))
        .in_schema("hr")
        .unlogged()
        .strict()
        .without_rowid()
        .as("option")
        .only(postgresql);

constexpr auto types = table("types",
                             column("a", smallint),
                             column("b", integer),
                             column("c", bigint),
                             column("d", real),
                             column("e", double_precision),
                             column("f", numeric),
                             column("g", boolean),
                             column("h", text),
                             column("i", varchar),
                             column("j", character(2)),
                             column("k", bytea),
                             column("l", date),
                             column("m", time_of_day),
                             column("n", time_of_day_tz),
                             column("o", timestamp),
                             column("p", timestamptz),
                             column("q", interval),
                             column("r", uuid),
                             column("s", json),
                             column("t", jsonb),
                             column("u", inet),
                             column("v", cidr),
                             column("w", macaddr),
                             column("x", tsvector),
                             column("y", enumeration_named("e")),
                             column("z", type_named("t")));

constexpr auto version = schema_version(1, mood, options, types);
} // namespace declared

} // namespace

TEST_CASE("every option of a column lowers", "[lower]") {
  const auto version = lower(declared::version);
  const auto& table = object_of<model::table>(version, 1);
  const auto& columns = table.columns;
  REQUIRE(columns.size() == 10);
  REQUIRE(columns[0].identity.has_value());
  CHECK(*columns[0].identity ==
        model::identity{
            model::identity::mode::always, -5, 2, -5, 9, std::nullopt, true, "", std::nullopt});
  CHECK(columns[1].type.array_dimensions == 2);
  CHECK(columns[1].type.name == model::qualified_name{"hr", "mood"});
  CHECK(columns[1].collation == "C");
  CHECK(columns[2].type.kind == type_kind::enumeration);
  CHECK(columns[2].type.name == model::qualified_name{"hr", "other"});
  CHECK(columns[3].type.name == model::qualified_name{"x", "vector"});
  CHECK(columns[3].type.modifier == "(3)");
  CHECK(columns[4].generated ==
        model::generated{{"", "1 + 2"}, model::generated::storage::computed_on_read});
  CHECK(columns[4].only == model::dialect_set{false, true});
  CHECK(columns[5].default_to ==
        model::default_value(model::literal{model::literal::kind::decimal, "0.1"}));
  CHECK(columns[6].default_to ==
        model::default_value(model::literal{model::literal::kind::null, ""}));
  CHECK(columns[7].default_to == model::default_value(model::known_function::current_date));
  CHECK(columns[7].on_null == model::conflict_action::fail);
  CHECK(columns[8].default_to == model::default_value(model::known_function::current_time));
  CHECK(columns[9].default_to == model::default_value(model::literal{model::literal::kind::integer,
                                                                     "-9223372036854775808"}));
  CHECK(columns[9].not_null == model::not_null{"n_given", true, true});
}

TEST_CASE("every option of a constraint lowers", "[lower]") {
  const auto version = lower(declared::version);
  const auto& table = object_of<model::table>(version, 1);
  model::primary_key key;
  key.name = "pk";
  key.columns = {"id"};
  key.without_overlaps = true;
  key.include = {"n"};
  key.deferrable = model::deferral::initially_deferred;
  key.sqlite_keys = "id DESC";
  key.on_conflict = model::conflict_action::rollback;
  key.comment = "the key";
  CHECK(table.primary_key == key);
  model::unique_constraint once;
  once.columns = {"n"};
  once.without_overlaps = true;
  once.include = {"today"};
  once.deferrable = model::deferral::initially_immediate;
  once.as_found = true;
  once.sqlite_keys = "n COLLATE RTRIM";
  once.on_conflict = model::conflict_action::replace;
  once.only = {true, false};
  once.comment = "once";
  CHECK(table.uniques == std::vector{once});
  model::check_constraint check;
  check.expression = {"n ~ 1", "n > 1"};
  check.no_inherit = true;
  check.not_valid = true;
  check.not_enforced = true;
  check.comment = "c";
  CHECK(table.checks == std::vector{check});
  model::foreign_key people;
  people.name = "fk";
  people.columns = {"id", "n"};
  people.target = {"hr", "people"};
  people.target_columns = {"a", "b"};
  people.on_delete = model::referential_action::set_null;
  people.on_update = model::referential_action::set_default;
  people.match = model::match_type::full;
  people.not_valid = true;
  people.not_enforced = true;
  people.period = true;
  people.only = {false, true};
  people.comment = "f";
  model::foreign_key own;
  own.columns = {"n"};
  own.target = plain("options");
  own.as_found = true;
  CHECK(table.foreign_keys == std::vector{people, own});
  model::exclusion_constraint exclusion;
  exclusion.method = "spgist";
  exclusion.elements = {{"n", {}, "x", "&&"}};
  exclusion.deferrable = model::deferral::initially_deferred;
  exclusion.comment = "e";
  CHECK(table.exclusions == std::vector{exclusion});
  model::index index;
  index.keys.resize(1);
  index.keys[0].column = "n";
  index.keys[0].nulls = model::nulls_order::first;
  index.keys[0].collation = "C";
  index.nulls_not_distinct = true;
  index.comment = "i";
  model::index part;
  part.keys.emplace_back().column = "today";
  part.only_parent = true;
  part.part_of = "whole";
  CHECK(table.indexes == std::vector{index, part});
}

TEST_CASE("every option of a table and an enumeration lowers", "[lower]") {
  const auto version = lower(declared::version);
  model::table table = object_of<model::table>(version, 1);
  CHECK(table.name == model::qualified_name{"hr", "options"});
  CHECK(table.unlogged);
  CHECK(table.strict);
  CHECK(table.without_rowid);
  CHECK(table.cpp_name == "option");
  CHECK(table.only == model::dialect_set{true, false});
  model::enumeration mood;
  mood.name = {"hr", "mood"};
  mood.values = {"sad", "", "ok"};
  mood.cpp_values = {"", "no_mood", ""};
  mood.cpp_name = "mood_t";
  mood.only = {true, false};
  CHECK(object_of<model::enumeration>(version, 0) == mood);
}

TEST_CASE("the DSL's types are the model's, in its order", "[lower]") {
  const auto version = lower(declared::version);
  const auto& columns = object_of<model::table>(version, 2).columns;
  REQUIRE(columns.size() == static_cast<std::size_t>(type_kind::named) + 1);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    INFO(columns[i].name);
    CHECK(columns[i].type.kind == static_cast<type_kind>(i));
  }
  CHECK(columns[static_cast<std::size_t>(type_kind::character)].type.length == 2);
  CHECK_FALSE(columns[static_cast<std::size_t>(type_kind::varchar)].type.length.has_value());
}
