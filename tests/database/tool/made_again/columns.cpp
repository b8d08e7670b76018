// Columns that are generated otherwise, or over another type, and statistics objects.
#include "tests/database/tool/made_again/kind.hpp"

namespace strata::testing {
namespace {

const std::string on_column =
    R"(COMMENT ON COLUMN t.g IS 'kept'; GRANT SELECT (g), UPDATE (g) ON t TO pg_read_all_stats;
     GRANT REFERENCES (g) ON t TO PUBLIC;
     GRANT INSERT (g) ON t TO pg_read_all_stats WITH GRANT OPTION;
     ALTER TABLE t ALTER g SET STATISTICS 77; ALTER TABLE t ALTER g SET (n_distinct = 7);
     ALTER TABLE t ALTER g SET STORAGE EXTERNAL; ALTER TABLE t ALTER g SET COMPRESSION pglz;
     CREATE STATISTICS s ON g, a FROM t; ALTER STATISTICS s SET STATISTICS 88;
     COMMENT ON STATISTICS s IS 'kept'; ALTER STATISTICS s OWNER TO pg_monitor;
     CREATE UNIQUE INDEX i ON t (g); COMMENT ON INDEX i IS 'kept';
     ALTER TABLE t REPLICA IDENTITY USING INDEX i; ALTER TABLE t CLUSTER ON i;
     ALTER TABLE t ADD CONSTRAINT c CHECK (g <> 'x'); COMMENT ON CONSTRAINT c ON t IS 'kept';
     ALTER TABLE t ADD CONSTRAINT u UNIQUE (g, a); COMMENT ON CONSTRAINT u ON t IS 'kept';)";

} // namespace

const std::vector<made_again> columns_made_again = {
    {"generated_otherwise",
     "table column",
     "",
     "CREATE TABLE t (a text, b text, g text NOT NULL GENERATED ALWAYS AS (a || 'x') STORED);",
     "CREATE TABLE t (a text, b text, g text NOT NULL GENERATED ALWAYS AS (a || 'y') STORED);",
     on_column},
    {"generated_over_type",
     "table column",
     "",
     "CREATE TABLE t (a varchar(9), b text, g text NOT NULL GENERATED ALWAYS AS (upper(a)) "
     "STORED);",
     "CREATE TABLE t (a text, b text, g text NOT NULL GENERATED ALWAYS AS (upper(a)) STORED);",
     on_column},
    {"generated_of_other_type",
     "table column",
     "",
     "CREATE TABLE t (a varchar(9), g text NOT NULL GENERATED ALWAYS AS (upper(a)) STORED);",
     "CREATE TABLE t (a text, g varchar NOT NULL GENERATED ALWAYS AS (lower(a)) STORED);",
     on_column},
    {"column_of_other_type",
     "",
     "",
     "CREATE TABLE t (a int, g varchar(9) NOT NULL DEFAULT 'x');",
     "CREATE TABLE t (a int, g char(9) NOT NULL DEFAULT 'x');",
     on_column},
    {"generated_at_last",
     "",
     "",
     "CREATE TABLE t (a text, g text NOT NULL);",
     "CREATE TABLE t (a text, g text NOT NULL GENERATED ALWAYS AS (upper(a)) STORED);",
     on_column},
    {"generated_of_partitions",
     "table column",
     "",
     R"(CREATE TABLE t (a text, g text NOT NULL GENERATED ALWAYS AS (a || 'x') STORED)
        PARTITION BY LIST (a); CREATE TABLE t1 PARTITION OF t FOR VALUES IN ('1');)",
     R"(CREATE TABLE t (a text, g text NOT NULL GENERATED ALWAYS AS (a || 'y') STORED)
        PARTITION BY LIST (a); CREATE TABLE t1 PARTITION OF t FOR VALUES IN ('1');)",
     R"(COMMENT ON COLUMN t.g IS 'kept'; COMMENT ON COLUMN t1.g IS 'kept';
        GRANT SELECT (g) ON t TO pg_read_all_stats; GRANT INSERT (g) ON t1 TO pg_read_all_stats;
        CREATE INDEX i ON t (g); CREATE STATISTICS s ON g, a FROM t1;
        COMMENT ON STATISTICS s IS 'kept';
        ALTER INDEX t1_g_idx RENAME TO part; COMMENT ON INDEX part IS 'kept';
        ALTER TABLE t1 CLUSTER ON part;)"},
    {"generated_of_partitions_own",
     "table column",
     "CREATE FUNCTION act() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';",
     R"(CREATE TABLE t (a text, g text GENERATED ALWAYS AS (a || 'x') STORED) PARTITION BY LIST (a);
        CREATE TABLE t1 PARTITION OF t DEFAULT;)",
     R"(CREATE TABLE t (a text, g text GENERATED ALWAYS AS (a || 'y') STORED) PARTITION BY LIST (a);
        CREATE TABLE t1 PARTITION OF t DEFAULT;)",
     R"(CREATE INDEX i ON t1 (g); COMMENT ON INDEX i IS 'kept'; ALTER TABLE t1 CLUSTER ON i;
        ALTER TABLE t1 ADD CONSTRAINT c CHECK (g <> ''); COMMENT ON CONSTRAINT c ON t1 IS 'kept';
        ALTER TABLE t1 ADD CONSTRAINT u UNIQUE (g, a); COMMENT ON CONSTRAINT u ON t1 IS 'kept';
        CREATE STATISTICS s ON a, g FROM t1; ALTER STATISTICS s OWNER TO pg_monitor;
        CREATE TRIGGER x AFTER UPDATE OF g ON t1 FOR EACH ROW EXECUTE FUNCTION act();
        COMMENT ON TRIGGER x ON t1 IS 'kept'; ALTER TABLE t1 DISABLE TRIGGER x;
        CREATE VIEW v AS SELECT g FROM t1; GRANT SELECT ON v TO pg_read_all_stats;)"},
    {"generated_of_heirs",
     "table column",
     "",
     R"(CREATE TABLE t (a text, g text GENERATED ALWAYS AS (a || 'x') STORED);
        CREATE TABLE h () INHERITS (t);)",
     R"(CREATE TABLE t (a text, g text GENERATED ALWAYS AS (a || 'y') STORED);
        CREATE TABLE h () INHERITS (t);)",
     R"(COMMENT ON COLUMN h.g IS 'kept'; GRANT SELECT (g) ON h TO pg_read_all_stats;
        CREATE INDEX i ON h (g); COMMENT ON INDEX i IS 'kept'; ALTER TABLE h CLUSTER ON i;
        ALTER TABLE h ADD CONSTRAINT c CHECK (g <> ''); COMMENT ON CONSTRAINT c ON h IS 'kept';
        CREATE STATISTICS s ON a, g FROM h; ALTER STATISTICS s OWNER TO pg_monitor;)"},
    {"type_of_partitions",
     "",
     "",
     R"(CREATE TABLE t (a int, g text) PARTITION BY LIST (a);
        CREATE TABLE t1 PARTITION OF t DEFAULT; CREATE TABLE p (a int, g text);
        CREATE TABLE h () INHERITS (p);)",
     R"(CREATE TABLE t (a int, g varchar(9)) PARTITION BY LIST (a);
        CREATE TABLE t1 PARTITION OF t DEFAULT; CREATE TABLE p (a int, g varchar(9));
        CREATE TABLE h () INHERITS (p);)",
     R"(ALTER TABLE t ALTER g SET COMPRESSION pglz; ALTER TABLE t1 ALTER g SET COMPRESSION pglz;
        ALTER TABLE p ALTER g SET COMPRESSION pglz; ALTER TABLE h ALTER g SET COMPRESSION pglz;
        ALTER TABLE t ALTER g SET STORAGE EXTERNAL; ALTER TABLE p ALTER g SET STORAGE EXTERNAL;
        CREATE STATISTICS s ON a, g FROM t1; ALTER STATISTICS s SET STATISTICS 88;
        ALTER STATISTICS s OWNER TO pg_monitor; CREATE STATISTICS sh ON a, g FROM h;
        ALTER STATISTICS sh SET STATISTICS 88; ALTER STATISTICS sh OWNER TO pg_monitor;)"},
    {"statistics_of_other_columns",
     "statistics object",
     "",
     R"(CREATE TABLE t (a int, b int, c int); CREATE STATISTICS s ON a, b FROM t;
        ALTER STATISTICS s SET STATISTICS 88;)",
     "CREATE TABLE t (a bigint, b int, c int); CREATE STATISTICS s ON a, c FROM t;",
     "ALTER STATISTICS s OWNER TO pg_monitor;"},
    {"statistics_object",
     "statistics object",
     "CREATE TABLE t (a int, b int, c int);",
     "CREATE STATISTICS s ON a, b FROM t;",
     "CREATE STATISTICS s ON a, c FROM t;",
     R"(COMMENT ON STATISTICS s IS 'kept'; ALTER STATISTICS s SET STATISTICS 88;
        ALTER STATISTICS s OWNER TO pg_monitor;)"},
    {"statistics_by_function",
     "statistics object",
     "CREATE TABLE t (a int, b int);",
     "CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT a';",
     "CREATE FUNCTION f(a int) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT a::bigint';",
     R"(CREATE STATISTICS s ON (f(a)), b FROM t; COMMENT ON STATISTICS s IS 'kept';
        ALTER STATISTICS s SET STATISTICS 88; ALTER STATISTICS s OWNER TO pg_monitor;)"},
};

} // namespace strata::testing
