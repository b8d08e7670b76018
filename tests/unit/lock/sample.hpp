// A version that says something of every kind, for the tests of this room.
#pragma once

#include <strata/model/version.hpp>

// What is not said has its default: that is the point here.
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"

namespace strata::testing {

inline model::column sample_column(const std::string& name, model::type_kind kind) {
  model::column column;
  column.name = name;
  column.type.kind = kind;
  return column;
}

inline model::table sample_table() {
  model::table table;
  table.name = {"audit", "a.b 'c'"};
  model::column id = sample_column("id", model::type_kind::bigint);
  id.identity = model::identity{.when = model::identity::mode::always, .start = -5, .cycle = true};
  model::column status = sample_column("status", model::type_kind::enumeration);
  status.type.name = {"audit", "status"};
  status.type.array_dimensions = 2;
  status.default_to = model::literal{model::literal::kind::text, "it's\nso"};
  model::column price = sample_column("price", model::type_kind::numeric);
  price.type.precision = 12;
  price.type.scale = 0;
  price.nullable = true;
  price.default_to = model::literal{model::literal::kind::decimal, "-0.50"};
  model::column place = sample_column("place", model::type_kind::named);
  place.type.name = {"", "geometry"};
  place.type.modifier = "(Point, 4326)";
  place.default_to = model::sql_text{"a", "b"};
  place.only = {.postgresql = true, .sqlite = false};
  model::column made = sample_column("made", model::type_kind::timestamptz);
  made.default_to = model::known_function::now;
  made.generated = model::generated{{"x", ""}, model::generated::storage::computed_on_read};
  made.comment = "when";
  made.collation = "C";
  made.sqlite_type = "INT";
  made.on_null = model::conflict_action::fail;
  made.not_null = {"made_given", true, true};
  model::column none = sample_column("none", model::type_kind::text);
  none.default_to = model::literal{};
  table.columns = {id, status, price, place, made, none};
  table.primary_key = model::primary_key{.name = "pk",
                                         .columns = {"id", "status"},
                                         .without_overlaps = true,
                                         .include = {"price"},
                                         .sqlite_keys = "id, status DESC",
                                         .on_conflict = model::conflict_action::rollback,
                                         .comment = "key"};
  table.uniques = {{.name = "u",
                    .columns = {"price"},
                    .without_overlaps = true,
                    .nulls_not_distinct = true,
                    .as_found = true,
                    .sqlite_keys = "price COLLATE \"x y\"",
                    .on_conflict = model::conflict_action::replace}};
  table.checks = {
      {.name = "c", .expression = {"x > 0", "x > 0"}, .not_valid = true, .not_enforced = true}};
  table.foreign_keys = {{.name = "f",
                         .columns = {"id"},
                         .period = true,
                         .target = {"audit", "other"},
                         .target_columns = {"id"},
                         .on_delete = model::referential_action::set_default,
                         .on_update = model::referential_action::cascade,
                         .match = model::match_type::full,
                         .deferrable = model::deferral::initially_deferred,
                         .not_enforced = true,
                         .as_found = true}};
  table.exclusions = {{.name = "e",
                       .method = "spgist",
                       .elements = {{"room", {}, "ops", "="}, {"", {"f(x)", "f(x)"}, "", "&&"}},
                       .predicate = {"y", "y"}}};
  table.indexes = {{.name = "i",
                    .keys = {{"price", {}, "C", "ops", true, model::nulls_order::last},
                             {"", {"lower(a)", "lower(a)"}}},
                    .unique = true,
                    .method = "gin",
                    .include = {"id"},
                    .predicate = {"p", ""},
                    .with = "fillfactor = 70",
                    .part_of = "whole",
                    .only_parent = true}};
  table.rows = model::reference_rows{
      .columns = {"id", "status"},
      .rows = {{{{model::literal::kind::integer, "1"}, {model::literal::kind::text, "a b"}}},
               {{{}, {model::literal::kind::bytes, "00ff"}}}}};
  table.comment = "c";
  table.unlogged = table.strict = table.without_rowid = true;
  return table;
}

inline model::transition sample_transition() {
  model::transition transition;
  transition.renames = {
      {model::object_kind::column, {"", "t"}, {"", "a"}, "b", "the better word", {}}};
  transition.drops = {{model::object_kind::table, {}, {"s", "t"}, "unused", {"1", "1"}, {}}};
  transition.conversions = {{{"", "t"}, "c", {"c::int", "c"}, {"c::text", "c"}, {}}};
  transition.backfills = {{{"", "t"},
                           "c",
                           {"0", "0"},
                           {"w", "w"},
                           {"d", "d"},
                           model::backfill::triggers::do_not_fire,
                           {}}};
  transition.acceptances = {{"rewrites_table", "t.c", "small", {}}};
  transition.statements = {
      {model::custom_sql::timing::after, {"VACUUM", ""}, {}, true, false, {"SELECT true", ""}, {}}};
  transition.irreversible = "";
  transition.fast = true;
  return transition;
}

inline model::version sample_version() {
  model::version version;
  version.number = 2;
  version.title = "all \"kinds\"";
  version.schema.named_schemas = {{"audit", "", {}}};
  version.schema.extensions = {{"pg_trgm", "audit", "1.6", "", {}}};
  version.schema.enumerations = {
      {.name = {"audit", "status"}, .values = {"on", "two words"}, .comment = "c"}};
  version.schema.tables = {sample_table()};
  model::view view{
      .name = {"", "v"}, .query = {"SELECT 1\nAS x", "SELECT 1"}, .materialized = true};
  view.columns = {sample_column("x", model::type_kind::integer)};
  view.indexes = {{.name = "v_x_idx", .keys = {{"x", {}}}}};
  view.depends_on = {{"audit", "a.b 'c'"}};
  version.schema.views = {view};
  version.schema.functions = {{.of = model::function::kind::procedure,
                               .name = {"", "f"},
                               .parameters = "a integer, b text",
                               .definition = {"LANGUAGE sql AS $$\n  SELECT 1;\n$$", ""},
                               .depends_on = {{"", "v"}},
                               .only = {.postgresql = true, .sqlite = false}}};
  version.schema.triggers = {{.name = "tr",
                              .table = {"audit", "a.b 'c'"},
                              .events = {"BEFORE UPDATE", "AFTER UPDATE"},
                              .action = {"EXECUTE FUNCTION f()", "BEGIN SELECT 1; END"}}};
  version.transition = sample_transition();
  return version;
}

} // namespace strata::testing
