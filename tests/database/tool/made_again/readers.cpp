// Views, rules, triggers and policies, around what they read.
#include "tests/database/tool/made_again/kind.hpp"

namespace strata::testing {
namespace {

const std::string on_view =
    R"(COMMENT ON VIEW v IS 'kept'; COMMENT ON COLUMN v.a IS 'kept';
     GRANT SELECT, INSERT ON v TO pg_read_all_stats WITH GRANT OPTION;
     GRANT UPDATE (a) ON v TO PUBLIC;
     CREATE TRIGGER g INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION act();
     COMMENT ON TRIGGER g ON v IS 'kept';
     CREATE RULE r AS ON DELETE TO v DO INSTEAD NOTHING; COMMENT ON RULE r ON v IS 'kept';
     CREATE VIEW above WITH (security_barrier, check_option = local) AS SELECT a FROM v;
     GRANT SELECT ON above TO pg_read_all_stats; COMMENT ON VIEW above IS 'kept';
     COMMENT ON COLUMN above.a IS 'kept'; ALTER VIEW above OWNER TO pg_monitor;
     CREATE FUNCTION one() RETURNS v LANGUAGE sql AS 'SELECT * FROM v';
     COMMENT ON FUNCTION one() IS 'kept'; REVOKE ALL ON FUNCTION one() FROM PUBLIC;
     ALTER FUNCTION one() OWNER TO pg_monitor;
     ALTER VIEW v OWNER TO pg_monitor;)";

const std::string on_readers =
    R"(CREATE TRIGGER g1 BEFORE UPDATE OF a ON t FOR EACH ROW EXECUTE FUNCTION act();
     CREATE TRIGGER g2 BEFORE UPDATE OF a ON t FOR EACH ROW EXECUTE FUNCTION act();
     CREATE TRIGGER g3 BEFORE UPDATE ON t FOR EACH ROW WHEN (OLD.a IS NOT NULL)
       EXECUTE FUNCTION act();
     CREATE CONSTRAINT TRIGGER g4 AFTER UPDATE OF a ON t DEFERRABLE INITIALLY DEFERRED
       FOR EACH ROW EXECUTE FUNCTION act();
     COMMENT ON TRIGGER g1 ON t IS 'kept'; COMMENT ON TRIGGER g4 ON t IS 'kept';
     ALTER TABLE t DISABLE TRIGGER g1; ALTER TABLE t ENABLE REPLICA TRIGGER g2;
     ALTER TABLE t ENABLE ALWAYS TRIGGER g3; ALTER TABLE t ENABLE ALWAYS TRIGGER g4;
     CREATE POLICY p ON t AS RESTRICTIVE FOR SELECT TO pg_read_all_stats USING (a IS NOT NULL);
     COMMENT ON POLICY p ON t IS 'kept'; ALTER TABLE t ENABLE ROW LEVEL SECURITY;
     ALTER TABLE t FORCE ROW LEVEL SECURITY;
     CREATE RULE r1 AS ON UPDATE TO t WHERE NEW.a <> OLD.a DO ALSO NOTHING;
     CREATE RULE r2 AS ON INSERT TO t WHERE NEW.a IS NULL DO INSTEAD NOTHING;
     CREATE RULE r3 AS ON DELETE TO t WHERE OLD.a IS NULL DO INSTEAD NOTHING;
     COMMENT ON RULE r1 ON t IS 'kept'; COMMENT ON RULE r2 ON t IS 'kept';
     ALTER TABLE t DISABLE RULE r1; ALTER TABLE t ENABLE REPLICA RULE r2;
     ALTER TABLE t ENABLE ALWAYS RULE r3;)";

const std::string act =
    "CREATE FUNCTION act() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';";

} // namespace

const std::vector<made_again> readers_made_again = {
    {"view",
     "view",
     act + "CREATE TABLE t (a int, b int);",
     "CREATE VIEW v WITH (security_barrier) AS SELECT a, b FROM t;",
     "CREATE VIEW v WITH (security_barrier) AS SELECT a FROM t;",
     on_view},
    {"view_over_type",
     "view",
     act,
     "CREATE TABLE t (a varchar(9), b int);",
     "CREATE TABLE t (a text, b int);",
     "CREATE VIEW v WITH (security_barrier, security_invoker) AS SELECT a, b FROM "
     "t;" +
         on_view},
    {"materialized_view",
     "materialized view",
     "CREATE TABLE t (a int NOT NULL, b int);",
     "CREATE MATERIALIZED VIEW v WITH (fillfactor = 70) AS SELECT a, b FROM t;",
     "CREATE MATERIALIZED VIEW v WITH (fillfactor = 70) AS SELECT a, b + 1 AS b FROM t;",
     R"(COMMENT ON MATERIALIZED VIEW v IS 'kept'; COMMENT ON COLUMN v.a IS 'kept';
        GRANT SELECT ON v TO pg_read_all_stats WITH GRANT OPTION; GRANT SELECT (a) ON v TO PUBLIC;
        CREATE UNIQUE INDEX i ON v (a) WITH (fillfactor = 60); COMMENT ON INDEX i IS 'kept';
        CREATE STATISTICS s ON a, b FROM v; COMMENT ON STATISTICS s IS 'kept';
        ALTER STATISTICS s SET STATISTICS 88; ALTER STATISTICS s OWNER TO pg_monitor;
        ALTER MATERIALIZED VIEW v OWNER TO pg_monitor;)"},
    {"materialized_view_over_type",
     "materialized view",
     "",
     "CREATE TABLE t (a varchar(9) NOT NULL, b int);",
     "CREATE TABLE t (a text NOT NULL, b int);",
     R"(CREATE MATERIALIZED VIEW v AS SELECT a, b FROM t;
        COMMENT ON MATERIALIZED VIEW v IS 'kept'; COMMENT ON COLUMN v.a IS 'kept';
        GRANT SELECT ON v TO pg_read_all_stats WITH GRANT OPTION; GRANT SELECT (a) ON v TO PUBLIC;
        CREATE UNIQUE INDEX i ON v (a); COMMENT ON INDEX i IS 'kept';
        CREATE STATISTICS s ON a, b FROM v; COMMENT ON STATISTICS s IS 'kept';
        ALTER STATISTICS s SET STATISTICS 88; ALTER STATISTICS s OWNER TO pg_monitor;
        ALTER MATERIALIZED VIEW v SET (autovacuum_enabled = off, toast.autovacuum_enabled = off);
        ALTER MATERIALIZED VIEW v OWNER TO pg_monitor;)"},
    {"view_of_other_kind",
     "",
     "CREATE TABLE t (a int, b int);",
     "CREATE VIEW v AS SELECT a, b FROM t; COMMENT ON VIEW v IS 'kept';",
     R"(CREATE MATERIALIZED VIEW v AS SELECT a, b FROM t;
        COMMENT ON MATERIALIZED VIEW v IS 'kept';)",
     R"(COMMENT ON COLUMN v.a IS 'kept'; GRANT SELECT ON v TO pg_read_all_stats;
        GRANT SELECT (a) ON v TO PUBLIC; ALTER TABLE v OWNER TO pg_monitor;)"},
    {"readers_over_type",
     "trigger",
     act,
     "CREATE TABLE t (a varchar(9), b int);",
     "CREATE TABLE t (a text, b int);",
     on_readers},
    {"readers_of_generated",
     "trigger",
     act,
     "CREATE TABLE t (b int, a int GENERATED ALWAYS AS (b * 2) STORED);",
     "CREATE TABLE t (b int, a int GENERATED ALWAYS AS (b * 3) STORED);",
     on_readers},
    {"readers_of_a_partition",
     "trigger",
     act,
     R"(CREATE TABLE p (a varchar(9), b int) PARTITION BY LIST (b);
        CREATE TABLE t PARTITION OF p DEFAULT;)",
     R"(CREATE TABLE p (a text, b int) PARTITION BY LIST (b);
        CREATE TABLE t PARTITION OF p DEFAULT;)",
     R"(CREATE VIEW v AS SELECT a FROM t; GRANT SELECT ON v TO pg_read_all_stats;
        CREATE INDEX i ON t (lower(a)); COMMENT ON INDEX i IS 'kept'; ALTER TABLE t CLUSTER ON i;
        ALTER TABLE t ADD CONSTRAINT c CHECK (a <> ''); COMMENT ON CONSTRAINT c ON t IS 'kept';)" +
         on_readers},
    {"view_that_loses_rights",
     "view",
     "CREATE TABLE t (a int, b int);",
     R"(CREATE VIEW v AS SELECT a, b FROM t; GRANT SELECT, INSERT ON v TO pg_read_all_stats;
        GRANT UPDATE (a), REFERENCES (b) ON v TO PUBLIC;)",
     "CREATE VIEW v AS SELECT a FROM t; GRANT SELECT ON v TO pg_read_all_stats;",
     "ALTER VIEW v OWNER TO pg_monitor;"},
    {"trigger_itself",
     "trigger",
     act + "CREATE TABLE t (a int, b int);",
     R"(CREATE TRIGGER g BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION act();
        CREATE CONSTRAINT TRIGGER c AFTER UPDATE ON t FOR EACH ROW EXECUTE FUNCTION act();)",
     R"(CREATE TRIGGER g BEFORE UPDATE OF a ON t FOR EACH ROW EXECUTE FUNCTION act();
        CREATE CONSTRAINT TRIGGER c AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION act();)",
     R"(COMMENT ON TRIGGER g ON t IS 'kept'; ALTER TABLE t DISABLE TRIGGER g;
        COMMENT ON TRIGGER c ON t IS 'kept'; ALTER TABLE t ENABLE ALWAYS TRIGGER c;)"},
    {"policy_itself",
     "policy",
     "CREATE TABLE t (a int);",
     "CREATE POLICY p ON t AS RESTRICTIVE FOR SELECT TO pg_read_all_stats USING (a > 1);",
     "CREATE POLICY p ON t AS RESTRICTIVE FOR UPDATE TO pg_read_all_stats USING (a > 1);",
     R"(COMMENT ON POLICY p ON t IS 'kept'; ALTER TABLE t ENABLE ROW LEVEL SECURITY;
        ALTER TABLE t FORCE ROW LEVEL SECURITY;)"},
    {"rule_itself",
     "",
     "CREATE TABLE t (a int);",
     "CREATE RULE r AS ON UPDATE TO t DO INSTEAD NOTHING;",
     "CREATE RULE r AS ON UPDATE TO t WHERE NEW.a > 1 DO INSTEAD NOTHING;",
     "COMMENT ON RULE r ON t IS 'kept'; ALTER TABLE t ENABLE ALWAYS RULE r;"},
};

} // namespace strata::testing
