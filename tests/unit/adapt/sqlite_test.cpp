// The lowering to SQLite, and findings for what it lacks.
#include "codegen/adapt/adapt.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/plan/schemas.hpp"

using namespace strata;
using namespace strata::testing;
using model::type_kind;

namespace {

model::schema adapted(const model::version& of, const target& on = on_sqlite) {
  diagnostics found;
  model::schema schema = codegen::adapt(of.schema, on, found);
  CHECK(found.empty());
  return schema;
}

/// The codes that the schema's adaptation finds.
std::vector<std::string> codes(const model::version& of, const target& on = on_sqlite) {
  diagnostics found;
  codegen::adapt(of.schema, on, found);
  std::vector<std::string> all;
  for (const codegen::finding& one : found.sorted()) {
    all.push_back(one.code);
    CHECK_FALSE(one.help.empty());
  }
  return all;
}

model::version with_column(const model::column& added) {
  return version({table("t", {column("id", type_kind::bigint), added})});
}

/// The words and the check that a column of the kind gets.
std::string lowered(const model::column& declared) {
  const model::schema schema = adapted(with_column(declared));
  const model::table& made = schema.tables.front();
  return made.columns[1].type.name.name +
         (made.checks.empty() ? "" : " " + made.checks.front().expression.sqlite);
}

using all = std::vector<std::string>;

} // namespace

TEST_CASE("each type has its documented representation", "[adapt]") {
  CHECK(lowered(column("c", type_kind::smallint)) == "INTEGER");
  CHECK(lowered(column("c", type_kind::double_precision)) == "REAL");
  CHECK(lowered(column("c", type_kind::boolean)) == "INTEGER \"c\" IN (0, 1)");
  CHECK(lowered(column("c", type_kind::uuid)) == "TEXT");
  CHECK(lowered(column("c", type_kind::timestamptz)) == "TEXT");
  CHECK(lowered(column("c", type_kind::bytea)) == "BLOB");
  CHECK(lowered(column("c", type_kind::jsonb)) == "TEXT json_valid(\"c\")");
  CHECK(lowered(nullable(column("c", type_kind::jsonb))) ==
        "TEXT \"c\" IS NULL OR json_valid(\"c\")");
  model::column short_text = column("c", type_kind::varchar);
  short_text.type.length = 5;
  CHECK(lowered(short_text) == "TEXT length(\"c\") <= 5");
}

TEST_CASE("an enumeration becomes a check of its values", "[adapt]") {
  model::version one = with_column(of_enumeration("mood", "mood"));
  one.schema.enumerations = {enumeration("mood", {"it's", "ok"})};
  const model::schema schema = adapted(one);
  CHECK(schema.enumerations.empty());
  REQUIRE(schema.tables.front().checks.size() == 1);
  CHECK(schema.tables.front().checks.front().name == "t_mood_check");
  CHECK(schema.tables.front().checks.front().expression.sqlite == "\"mood\" IN ('it''s', 'ok')");
}

TEST_CASE("a declared check keeps its name", "[adapt]") {
  model::version one = with_column(column("c", type_kind::boolean));
  one.schema.tables.front().checks = {check("t_c_check", "c <> 7")};
  CHECK(adapted(one).tables.front().checks.back().name == "t_c_type_check");
}

TEST_CASE("literals are brought into SQLite's representation", "[adapt]") {
  const auto lowered_default = [](type_kind kind, const model::literal& value) {
    const model::schema schema = adapted(with_column(with_default(column("c", kind), value)));
    return std::get<model::literal>(*schema.tables.front().columns[1].default_to).text;
  };
  CHECK(lowered_default(type_kind::timestamptz, text("2024-05-06 01:08:09.5+02:00")) ==
        "2024-05-05T23:08:09.500000Z");
  CHECK(lowered_default(type_kind::timestamp, text("2024-05-06")) == "2024-05-06T00:00:00.000000");
  CHECK(lowered_default(type_kind::time_of_day, text("07:08")) == "07:08:00.000000");
  CHECK(lowered_default(type_kind::uuid, text("ABCDEF00-0000-4000-8000-000000000000")) ==
        "abcdef00-0000-4000-8000-000000000000");
  CHECK(codes(with_column(with_default(column("c", type_kind::date), text("6 May 2024")))) ==
        all{"S325"});
}

TEST_CASE("what is for PostgreSQL alone is left out, with its values", "[adapt]") {
  model::version one = with_column(column("search", type_kind::tsvector));
  one.schema.tables.front().columns.back().only = {true, false};
  one.schema.tables.front().rows = rows({"id", "search"}, {{number(1), text("a")}});
  one.schema.extensions = {{"pg_trgm", "", "", "", {}}};
  const model::schema schema = adapted(one);
  CHECK(schema.extensions.empty());
  CHECK(schema.tables.front().columns.size() == 1);
  CHECK(schema.tables.front().rows->columns == all{"id"});
  CHECK(schema.tables.front().rows->rows.front().values.size() == 1);
  one.schema.tables.front().indexes = {index("t_search_idx", {"search"})};
  CHECK(codes(one) == all{"S321"});
}

TEST_CASE("what SQLite cannot do is found", "[adapt]") {
  const auto code_of = [](auto edit) {
    model::version one = with_column(column("c", type_kind::bigint));
    edit(one.schema);
    return codes(one);
  };
  CHECK(code_of([](auto& s) { s.tables[0].name.schema = "other"; }) == all{"S310"});
  CHECK(code_of([](auto& s) { s.tables[0].columns[1].identity = model::identity{}; }) ==
        all{"S316"});
  CHECK(code_of([](auto& s) { s.tables[0].columns[1].type.kind = type_kind::tsvector; }) ==
        all{"S318"});
  CHECK(code_of([](auto& s) {
          s.tables[0].uniques = {unique("u", {"c"})};
          s.tables[0].uniques[0].nulls_not_distinct = true;
        }) == all{"S315"});
  CHECK(code_of([](auto& s) {
          s.tables[0].indexes = {index("i", {"c"})};
          s.tables[0].indexes[0].method = "gin";
        }) == all{"S314"});
  CHECK(code_of([](auto& s) {
          s.tables[0].foreign_keys = {foreign_key("f", "c", "t", "id")};
          s.tables[0].foreign_keys[0].match = model::match_type::full;
        }) == all{"S317"});
  CHECK(code_of([](auto& s) {
          s.views = {view("v", "SELECT 1", {})};
          s.views[0].materialized = true;
        }) == all{"S312"});
  CHECK(code_of([](auto& s) {
          s.triggers = {trigger("g", "t", "AFTER INSERT", "FOR EACH ROW EXECUTE FUNCTION f()")};
        }) == all{"S319"});
  CHECK(code_of([](auto& s) {
          s.functions.emplace_back();
          s.functions[0].name.name = "f";
          s.functions[0].definition = sql("RETURNS integer LANGUAGE sql AS $$ SELECT 1 $$");
        }) == all{"S311"});
  CHECK(code_of([](auto& s) { s.tables[0].exclusions.emplace_back(); }) == all{"S313"});
  CHECK(code_of([](auto& s) {
          s.tables[0].primary_key.reset();
          s.tables[0].without_rowid = true;
        }) == all{"S323"});
  CHECK(code_of([](auto& s) { s.tables[0].unlogged = true; }) == all{"S322"});
  CHECK(code_of([](auto& s) {
          s.tables[0].checks = {check("k", "c > 0")}, s.tables[0].checks[0].no_inherit = true;
        }) == all{"S324"});
  CHECK(code_of([](auto& s) {
          s.tables[0].checks = {check("k", "c > 0")};
          s.tables[0].checks[0].expression.sqlite.clear();
        }) == all{"S320"});
}

TEST_CASE("what is done with rows that break a constraint is for SQLite alone", "[adapt]") {
  constexpr auto replace = model::conflict_action::replace;
  model::version one = with_column(column("c"));
  model::table& table = one.schema.tables.front();
  table.uniques = {unique("u", {"c"})};
  SECTION("of a unique constraint") { table.uniques.front().on_conflict = replace; }
  SECTION("of a primary key") { table.primary_key->on_conflict = replace; }
  SECTION("of NOT NULL") { table.columns.back().on_null = replace; }
  CHECK(codes(one, on_postgresql) == all{"S339"});
  CHECK(codes(one, on_sqlite).empty());
  table.uniques.front().on_conflict = replace;
  table.primary_key->on_conflict = replace;
  table.columns.back().on_null = replace;
  CHECK(codes(one, on_postgresql) == all{"S339", "S339", "S339"});
  table.only = {.postgresql = false, .sqlite = true};
  CHECK(codes(one, on_postgresql).empty());
}

TEST_CASE("a column that may be null says nothing of null", "[adapt]") {
  model::version one = with_column(nullable(column("c")));
  one.schema.tables.front().columns.back().on_null = model::conflict_action::ignore;
  CHECK(codes(one, on_sqlite) == all{"S340"});
}

TEST_CASE("keys as SQLite has them are nothing to PostgreSQL", "[adapt]") {
  model::version one = with_column(column("c"));
  one.schema.tables.front().uniques = {unique("u", {"c"})};
  const model::schema plain = adapted(one, on_postgresql);
  one.schema.tables.front().uniques.front().sqlite_keys = "c COLLATE NOCASE";
  one.schema.tables.front().primary_key->sqlite_keys = "id DESC";
  CHECK(adapted(one, on_postgresql) == plain);
  CHECK(adapted(one, on_sqlite).tables[0].uniques[0].sqlite_keys == "c COLLATE NOCASE");
}

TEST_CASE("what only PostgreSQL 18 has is refused below it, and by SQLite", "[adapt]") {
  model::version one = with_column(column("c"));
  model::table& table = one.schema.tables.front();
  std::string on_sqlite_found;
  SECTION("a check that is not enforced") {
    table.checks = {check("k", "c > 0")};
    table.checks.front().not_enforced = true;
    on_sqlite_found = "S324";
  }
  SECTION("a key without overlaps") {
    table.columns.back().type.kind = type_kind::named;
    table.columns.back().type.name.name = "daterange";
    table.columns.back().sqlite_type = "TEXT";
    table.uniques = {unique("u", {"id", "c"})};
    table.uniques.front().without_overlaps = true;
    on_sqlite_found = "S315";
  }
  SECTION("a NOT NULL that is not valid") {
    table.columns.back().not_null.not_valid = true;
    on_sqlite_found = "S324";
  }
  SECTION("a NOT NULL that is not inherited") {
    table.columns.back().not_null.no_inherit = true;
    on_sqlite_found = "S324";
  }
  CHECK(codes(one, {model::dialect::postgresql, 170000}) == all{"S303"});
  CHECK(codes(one, {model::dialect::postgresql, 180000}).empty());
  CHECK(codes(one, on_sqlite) == all{on_sqlite_found});
}

TEST_CASE("the name of a NOT NULL is PostgreSQL's from 18 on", "[adapt]") {
  constexpr target on_18 = {model::dialect::postgresql, 180000};
  model::version one = with_column(column("c"));
  CHECK(adapted(one, on_postgresql).tables[0].columns.back().not_null.name.empty());
  CHECK(adapted(one, on_18).tables[0].columns.back().not_null.name ==
        one.schema.tables[0].name.name + "_c_not_null");
  one.schema.tables[0].columns.back().not_null.name = "given";
  CHECK(codes(one, on_postgresql) == all{"S303"});
  CHECK(adapted(one, on_18).tables[0].columns.back().not_null.name == "given");
  CHECK(adapted(one, on_sqlite).tables[0].columns.back().not_null.name.empty());
  one.schema.tables[0].columns.back().nullable = true;
  CHECK(codes(one, on_18) == all{"S340"});
}

TEST_CASE("what PostgreSQL computes on read is in no key and no index", "[adapt]") {
  constexpr target on_18 = {model::dialect::postgresql, 180000};
  model::column made = nullable(column("c", type_kind::integer));
  made.generated = {sql("id + 1"), model::generated::storage::computed_on_read};
  model::version one = with_column(made);
  model::table& table = one.schema.tables.front();
  CHECK(codes(one, on_18).empty());
  SECTION("a unique constraint") { table.uniques = {unique("u", {"c"})}; }
  SECTION("an index") { table.indexes = {index("i", {"c"})}; }
  SECTION("an index's expression") {
    table.indexes = {index("i", {"id"})};
    table.indexes.front().keys.front().column.clear();
    table.indexes.front().keys.front().expression = sql("abs(c)");
  }
  SECTION("an index's predicate") {
    table.indexes = {index("i", {"id"})};
    table.indexes.front().predicate = sql("c > 0");
  }
  CHECK(codes(one, on_18) == all{"S341"});
}

TEST_CASE("a key without overlaps ends with a range", "[adapt]") {
  constexpr target on_18 = {model::dialect::postgresql, 180000};
  model::version one = with_column(column("c", type_kind::integer));
  model::table& table = one.schema.tables.front();
  table.uniques = {unique("u", {"id", "c"})};
  table.uniques.front().without_overlaps = true;
  CHECK(codes(one, on_18) == all{"S342"});
  table.columns.back().type.kind = type_kind::named;
  table.columns.back().type.name.name = "daterange";
  CHECK(codes(one, on_18).empty());
}

TEST_CASE("what the oldest promised PostgreSQL lacks is found", "[adapt]") {
  model::version one = with_column(column("c"));
  one.schema.tables.front().uniques = {unique("u", {"c"})};
  one.schema.tables.front().uniques.front().nulls_not_distinct = true;
  CHECK(codes(one, on_postgresql) == all{"S303"});
  CHECK(codes(one, {model::dialect::postgresql, 150000}).empty());
}
