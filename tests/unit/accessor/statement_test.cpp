// The statements that accessors send: constant texts, bound values.
#include "tests/support/catch.hpp"
#include "tests/unit/accessor/recording_session.hpp"

#include <strata/runtime/accessors.hpp>

using namespace strata;
using strata::testing::recording_session;

namespace pets {

struct row {
  std::int32_t id;
  std::optional<numeric> weight;
};

struct new_row {
  required<std::int32_t> id;
  defaulted<std::optional<numeric>> weight{};
  defaulted<std::string> search{};
};

struct patch {
  changed<std::int32_t> id{};
  changed<std::optional<numeric>> weight{};
};

struct table;

namespace col {
inline constexpr column<table, std::int32_t> id{"id", R"("id")"};
inline constexpr column<table, std::optional<numeric>, comparison::number> weight{"weight",
                                                                                  R"("weight")"};
inline constexpr column<table, std::string, comparison::padded> code{"code", R"("code")"};
inline constexpr column<table, std::string> search{"search", {R"("search")", ""}};
inline constexpr column<table, json, comparison::json> tree{"tree", R"("tree")"};
} // namespace col

inline constexpr key<table> primary{R"("id")"};

inline constexpr char mark = 0;

struct table {
  using row_type = row;
  using new_row_type = new_row;
  using patch_type = patch;

  static constexpr table_text text{.schema = "",
                                   .name = "pets",
                                   .quoted = R"("pets")",
                                   .columns = R"("id", "weight")",
                                   .schema_mark = &mark};

  static row read(row_reader& from) {
    return {.id = from.next<std::int32_t>(), .weight = from.next<std::optional<numeric>>()};
  }

  static void write(row_writer& to, const new_row& from) {
    to.set(col::id, from.id);
    to.set(col::weight, from.weight);
    to.set(col::search, from.search);
  }

  static void write(row_writer& to, const patch& from) {
    to.set(col::id, from.id);
    to.set(col::weight, from.weight);
  }
};

} // namespace pets

namespace {

struct recorded {
  std::vector<recording_session::asked> log;
  connection db;

  explicit recorded(dialect on) : db(std::make_unique<recording_session>(on, log)) {}
};

/// The statement that a condition becomes part of.
std::string statement(dialect on, const condition<pets::table>& where) {
  recorded session(on);
  accessor::select<pets::table>(session.db, where).all();
  return session.log.at(0).statement.substr(
      std::string(R"(SELECT "id", "weight" FROM "pets")").size());
}

} // namespace

TEST_CASE("values are bound, in the order of their places", "[accessor]") {
  recorded session(dialect::sqlite);
  accessor::select<pets::table>(session.db, pets::col::id > 5 && pets::col::id != 7)
      .order_by(pets::col::id.desc())
      .limit(3)
      .offset(2)
      .all();
  CHECK(session.log.at(0).statement ==
        R"(SELECT "id", "weight" FROM "pets" WHERE ("id" > $1 AND "id" <> $2) ORDER BY "id" DESC )"
        R"(NULLS FIRST LIMIT $3 OFFSET $4)");
  CHECK(session.log.at(0).parameters == std::vector<value>{5, 7, 3, 2});
  CHECK(session.log.at(0).prepared);
}

TEST_CASE("numerics are compared by value on SQLite", "[accessor]") {
  CHECK(statement(dialect::sqlite, pets::col::weight < 5) ==
        R"( WHERE CAST("weight" AS TEXT) COLLATE strata_numeric < $1)");
  CHECK(statement(dialect::postgresql, pets::col::weight < 5) == R"( WHERE "weight" < $1)");
}

TEST_CASE("conditions differ where the databases do", "[accessor]") {
  CHECK(statement(dialect::sqlite, pets::col::code.like("a%")) ==
        R"( WHERE strata_like("code", $1))");
  CHECK(statement(dialect::postgresql, pets::col::code.like("a%")) == R"( WHERE "code" LIKE $1)");
  CHECK(statement(dialect::postgresql, pets::col::tree == json("1")) ==
        R"( WHERE "tree"::text = $1)");
  CHECK(statement(dialect::sqlite, pets::col::weight.is_not_null()) ==
        R"( WHERE "weight" IS NOT NULL)");
}

TEST_CASE("padding is taken off where columns are read alone", "[accessor]") {
  recorded session(dialect::postgresql);
  accessor::select_columns<pets::table>(session.db, pets::col::code).all();
  CHECK(session.log.at(0).statement == R"(SELECT "code"::text FROM "pets")");
}

TEST_CASE("a list of values is one parameter of a statement that can be prepared", "[accessor]") {
  CHECK(statement(dialect::postgresql, pets::col::id.in({1, 2})) == R"( WHERE "id" = ANY ($1))");
  CHECK(statement(dialect::sqlite, pets::col::id.in({1, 2})) ==
        R"( WHERE "id" IN (SELECT value FROM json_each($1)))");
  CHECK(statement(dialect::sqlite, pets::col::weight.in({1})) ==
        R"( WHERE CAST("weight" AS TEXT) COLLATE strata_numeric IN )"
        R"((SELECT value FROM json_each($1)))");
  recorded session(dialect::postgresql);
  accessor::select<pets::table>(session.db, pets::col::id.in({1, 2})).all();
  CHECK(session.log.at(0).parameters == std::vector<value>{"{1,2}"});
  CHECK(session.log.at(0).prepared);
}

TEST_CASE("only what is given is inserted, changed, upserted", "[accessor]") {
  recorded session(dialect::postgresql);
  // The session answers no row, which is an error of its own.
  CHECK_THROWS_AS(accessor::insert<pets::table>(session.db, {.id = 1}), query_error);
  CHECK_THROWS_AS(accessor::upsert<pets::table>(session.db, {.id = 1, .weight = 2}, pets::primary),
                  query_error);
  CHECK_THROWS_AS(accessor::upsert<pets::table>(session.db, {.id = 1}, pets::primary), query_error);
  accessor::update<pets::table>(session.db, pets::col::id == 1, {.weight = std::nullopt});
  accessor::update<pets::table>(session.db, every_row, {});
  std::vector<std::string> statements;
  for (const auto& each : session.log) {
    statements.push_back(each.statement);
  }
  CHECK(
      statements ==
      std::vector<std::string>{
          R"(INSERT INTO "pets" ("id") VALUES ($1) RETURNING "id", "weight")",
          R"(INSERT INTO "pets" ("id", "weight") VALUES ($1, $2) ON CONFLICT ("id") DO UPDATE SET )"
          R"("weight" = excluded."weight" RETURNING "id", "weight")",
          R"(INSERT INTO "pets" ("id") VALUES ($1) ON CONFLICT ("id") DO UPDATE SET )"
          R"("id" = excluded."id" RETURNING "id", "weight")",
          R"(UPDATE "pets" SET "weight" = $1 WHERE "id" = $2)"});
}

TEST_CASE("bulk inserts go by runs of rows that give the same columns", "[accessor]") {
  recorded session(dialect::postgresql);
  CHECK(accessor::insert_many<pets::table>(
            session.db, {{.id = 1}, {.id = 2}, {.id = 3, .weight = 4}, {.id = 5}}) == 4);
  std::vector<std::string> statements;
  for (const auto& each : session.log) {
    statements.push_back(each.statement);
  }
  CHECK(statements ==
        std::vector<std::string>{
            "BEGIN", "bulk pets id 2", "bulk pets id weight 1", "bulk pets id 1", "COMMIT"});
}

TEST_CASE("a column that the database lacks is refused by name", "[accessor]") {
  recorded session(dialect::sqlite);
  try {
    accessor::insert<pets::table>(session.db, {.id = 1, .search = "x"});
    FAIL("wrote what is not there");
  } catch (const query_error& failed) {
    CHECK(failed.facts().code == "R065");
    CHECK(std::string(failed.what()) == "the column search does not exist on SQLite");
  }
}

TEST_CASE("a program that turns preparing off prepares nothing", "[accessor]") {
  std::vector<recording_session::asked> log;
  connection db(std::make_unique<recording_session>(dialect::postgresql, log), {.prepare = false});
  accessor::erase<pets::table>(db, pets::col::id == 1);
  CHECK_FALSE(log.at(0).prepared);
}
