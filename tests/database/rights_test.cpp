// What is made again on PostgreSQL has its owner and grants back.
#include "tests/database/migration_case.hpp"

#include "tests/support/catch.hpp"

using namespace strata;
using namespace strata::testing;

namespace {

/// Roles belong to the server: they may be there from another case.
const std::string roles = R"(
DO $$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'strata owner') THEN
    CREATE ROLE "strata owner";
    CREATE ROLE strata_reader;
  END IF;
END $$;
)";

const auto things = table("things").with_id().with(column("size", integer).null());

model::view seen(const char* query) {
  model::view made = view("seen", sql(query), {"things"});
  made.columns = {column("size", integer).says("in metres")};
  return made;
}

model::schema with_view(model::view view) {
  auto schema = schema_of({things});
  schema.views = {std::move(view)};
  return schema;
}

/// The privileges on the view, and on its column. All privileges have an `m` from PostgreSQL 17 on.
std::vector<observation> owner_and_reader_of_view() {
  return {
      {"SELECT attacl FROM pg_attribute WHERE attrelid = 'seen'::regclass AND attacl IS NOT NULL",
       {"{\"strata_reader=w/\\\"strata owner\\\"\"}"}},
      {"SELECT pg_get_userbyid(relowner), replace(relacl::text, 'Dxtm', 'Dxt') FROM pg_class"
       " WHERE relname = 'seen'",
       {"strata owner|{\"\\\"strata owner\\\"=arwdDxt/\\\"strata owner\\\"\","
        "\"strata_reader=r*/\\\"strata owner\\\"\"}"}}};
}

const std::string view_rights = "GRANT SELECT ON seen TO strata_reader WITH GRANT OPTION;"
                                "GRANT UPDATE (size) ON seen TO strata_reader;"
                                "ALTER TABLE seen OWNER TO \"strata owner\";";

} // namespace

TEST_CASE("a view that is made again keeps its owner and grants", "[rights]") {
  check_case({.name = "replaced",
              .from = with_view(seen("SELECT size FROM things")),
              .to = with_view(seen("SELECT id, size FROM things")),
              .rows = roles + view_rights,
              .up = owner_and_reader_of_view(),
              .down = owner_and_reader_of_view(),
              .on = only_postgresql});
}

TEST_CASE("a view that makes way keeps its owner and grants", "[rights]") {
  auto wide = with_view(seen("SELECT size FROM things"));
  wide.tables.front().columns.back().type = bigint;
  check_case({.name = "under a column that changes its type",
              .from = with_view(seen("SELECT size FROM things")),
              .to = wide,
              .rows = roles + view_rights,
              .up = owner_and_reader_of_view(),
              .down = owner_and_reader_of_view(),
              .on = only_postgresql});
}

TEST_CASE("a function that is made again keeps what was taken from everybody", "[rights]") {
  const auto with = [](const char* result) {
    auto schema = schema_of({things});
    for (const char* parameters : {"a integer", "a text"}) {
      model::function& made = schema.functions.emplace_back();
      made.name.name = "f";
      made.parameters = parameters;
      made.definition = {std::string("RETURNS ") + result + " LANGUAGE sql AS $$ SELECT 1 $$", {}};
      made.only = only_postgresql;
    }
    return schema;
  };
  const std::vector<observation> rights = {
      {"SELECT oid::regprocedure, pg_get_userbyid(proowner), "
       "has_function_privilege('strata_reader', oid, 'EXECUTE'), proacl::text LIKE '%{=X%' "
       "FROM pg_proc WHERE proname = 'f' ORDER BY 1::text",
       {"f(integer)|strata owner|t|f", "f(text)|postgres|t|t"}}};
  check_case({.name = "both of a name",
              .from = with("integer"),
              .to = with("bigint"),
              .rows = roles + "REVOKE ALL ON FUNCTION f(integer) FROM PUBLIC;"
                              "GRANT EXECUTE ON FUNCTION f(integer) TO strata_reader;"
                              "ALTER FUNCTION f(integer) OWNER TO \"strata owner\";",
              .up = rights,
              .down = rights,
              .on = only_postgresql});
}

TEST_CASE("a type that is built anew keeps its owner and grants", "[rights]") {
  const auto with = [](names values) {
    auto schema = schema_of({table("diary").with_id().with(column("mood", enumerated("mood")))});
    schema.enumerations = {enumeration("mood", std::move(values))};
    return schema;
  };
  const std::vector<observation> rights = {
      {"SELECT pg_get_userbyid(typowner), has_type_privilege('strata_reader', oid, 'USAGE') "
       "FROM pg_type WHERE typname = 'mood'",
       {"strata owner|f"}}};
  check_case({.name = "without a value",
              .from = with({"sad", "meh", "ok"}),
              .to = with({"sad", "ok"}),
              .by = transition().drop(model::object_kind::enum_value, "mood", "meh"),
              .rows = roles + "REVOKE ALL ON TYPE mood FROM PUBLIC;"
                              "ALTER TYPE mood OWNER TO \"strata owner\";"
                              "INSERT INTO diary (id, mood) VALUES (1, 'ok')",
              .up = rights,
              .on = only_postgresql});
}
