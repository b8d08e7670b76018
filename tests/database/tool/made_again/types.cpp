// Types, held by columns or by other types and routines alone.
#include "tests/database/tool/made_again/kind.hpp"

namespace strata::testing {
namespace {

/// `@` stands for the type, whose name is one of its own: what mentions it is known by the name.
std::string with_type(const std::string& schema, const std::string& text) {
  std::string said;
  for (const char one : text) {
    said += one == '@' ? "of_" + schema : std::string(1, one);
  }
  return said;
}

const char* const on_type =
    R"(COMMENT ON TYPE @ IS 'kept'; REVOKE ALL ON TYPE @ FROM PUBLIC;
       GRANT USAGE ON TYPE @ TO pg_read_all_stats WITH GRANT OPTION;
       ALTER TYPE @ OWNER TO pg_monitor;)";

const char* const by_others =
    R"(CREATE TYPE @c AS (a @, b int); COMMENT ON TYPE @c IS 'kept';
       COMMENT ON COLUMN @c.a IS 'kept'; GRANT USAGE ON TYPE @c TO pg_read_all_stats;
       CREATE FUNCTION f(a @) RETURNS int LANGUAGE sql AS 'SELECT 1';
       COMMENT ON FUNCTION f(@) IS 'kept'; GRANT EXECUTE ON FUNCTION f(@) TO pg_read_all_stats;
       ALTER TYPE @c OWNER TO pg_monitor; ALTER FUNCTION f(@) OWNER TO pg_monitor;)";

const char* const by_columns =
    R"(CREATE TABLE t (a int, g @); COMMENT ON COLUMN t.g IS 'kept';
       ALTER TABLE t ALTER g SET STATISTICS 77; ALTER TABLE t ALTER g SET (n_distinct = 7);
       GRANT SELECT (g) ON t TO pg_read_all_stats; CREATE STATISTICS s ON a, g FROM t;
       COMMENT ON STATISTICS s IS 'kept'; ALTER STATISTICS s SET STATISTICS 88;
       ALTER STATISTICS s OWNER TO pg_monitor; CREATE INDEX i ON t (g);
       COMMENT ON INDEX i IS 'kept'; ALTER TABLE t CLUSTER ON i;
       CREATE VIEW v AS SELECT g FROM t; COMMENT ON VIEW v IS 'kept';
       GRANT SELECT ON v TO pg_read_all_stats;)";

/// Of a type whose values may be stored apart.
const char* const storage = "ALTER TABLE t ALTER g SET STORAGE EXTERNAL;"
                            "ALTER TABLE t ALTER g SET COMPRESSION pglz;";

made_again type(const std::string& schema,
                const std::string& one,
                const std::string& other,
                const std::string& hanging) {
  return {schema,
          "type",
          "",
          with_type(schema, one),
          with_type(schema, other),
          with_type(schema, on_type + hanging)};
}

} // namespace

const std::vector<made_again> types_made_again = {
    type("enumeration",
         "CREATE TYPE @ AS ENUM ('a', 'b');",
         "CREATE TYPE @ AS ENUM ('b', 'c');",
         by_others),
    type("enumeration_held",
         "CREATE TYPE @ AS ENUM ('a', 'b');",
         "CREATE TYPE @ AS ENUM ('b', 'c');",
         by_columns),
    type("domain_of_other_type",
         "CREATE DOMAIN @ AS int CONSTRAINT d CHECK (VALUE > 0);",
         "CREATE DOMAIN @ AS bigint CONSTRAINT d CHECK (VALUE > 0);",
         std::string(by_others) + "COMMENT ON CONSTRAINT d ON DOMAIN @ IS 'kept';"),
    type("domain_held",
         "CREATE DOMAIN @ AS varchar(5) CONSTRAINT d CHECK (VALUE <> '');",
         "CREATE DOMAIN @ AS varchar(9) CONSTRAINT d CHECK (VALUE <> '');",
         by_columns + std::string(storage) + "COMMENT ON CONSTRAINT d ON DOMAIN @ IS 'kept';"),
    type("composite_type_held",
         "CREATE TYPE @ AS (a int, b int);",
         "CREATE TYPE @ AS (a bigint, b int);",
         by_columns + std::string(storage) + "COMMENT ON COLUMN @.a IS 'kept';"),
    type("composite_type_of_enumeration",
         "CREATE TYPE e AS ENUM ('a', 'b'); CREATE TYPE @ AS (a e, b int);",
         "CREATE TYPE e AS ENUM ('b', 'c'); CREATE TYPE @ AS (a e, b int);",
         by_others + std::string("COMMENT ON COLUMN @.a IS 'kept'; COMMENT ON TYPE e IS 'kept';")),
    type("enumerations_in_array",
         "CREATE TYPE @ AS ENUM ('a', 'b');",
         "CREATE TYPE @ AS ENUM ('b', 'c');",
         "CREATE TABLE t (a int, g @[]);" + std::string(storage)),
    {"type_that_loses_rights",
     "type",
     "",
     "CREATE DOMAIN y AS int; GRANT USAGE ON TYPE y TO pg_read_all_stats WITH GRANT OPTION;",
     "CREATE DOMAIN y AS bigint; REVOKE ALL ON TYPE y FROM PUBLIC;",
     "ALTER DOMAIN y OWNER TO pg_monitor;"},
    {"enumeration_to_domain",
     "",
     "",
     "CREATE TYPE y AS ENUM ('a');",
     "CREATE DOMAIN y AS text;",
     R"(COMMENT ON TYPE y IS 'kept'; REVOKE ALL ON TYPE y FROM PUBLIC;
        GRANT USAGE ON TYPE y TO pg_read_all_stats;)"},
    type("range_type",
         "CREATE TYPE @ AS RANGE (SUBTYPE = int);",
         "CREATE TYPE @ AS RANGE (SUBTYPE = bigint);",
         by_others),
};

} // namespace strata::testing
