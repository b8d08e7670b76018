// Indexes and constraints: of a table, and of one that is partitioned.
#include "tests/database/tool/made_again/kind.hpp"

namespace strata::testing {

const std::vector<made_again> keys_made_again = {
    {"plain_index",
     "index",
     "CREATE TABLE t (a int NOT NULL, b int NOT NULL);",
     "CREATE UNIQUE INDEX i ON t (a) WITH (fillfactor = 70);",
     "CREATE UNIQUE INDEX i ON t (a, b) WITH (fillfactor = 70);",
     R"(COMMENT ON INDEX i IS 'kept';
        ALTER TABLE t REPLICA IDENTITY USING INDEX i; ALTER TABLE t CLUSTER ON i;)"},
    {"index_over_type",
     "index",
     "",
     "CREATE TABLE t (a varchar(9) NOT NULL, b int); CREATE INDEX i ON t (lower(a)) WHERE a > 'b';",
     "CREATE TABLE t (a char(9) NOT NULL, b int); CREATE INDEX i ON t (lower(a)) WHERE a > 'b';",
     "COMMENT ON INDEX i IS 'kept'; ALTER INDEX i SET (fillfactor = 70);"
     "ALTER INDEX i ALTER COLUMN 1 SET STATISTICS 77;"},
    {"unique_key",
     "table constraint",
     "CREATE TABLE t (a int NOT NULL, b int, c int); CREATE TABLE other (a int);",
     "ALTER TABLE t ADD CONSTRAINT k UNIQUE (a) INCLUDE (b);",
     "ALTER TABLE t ADD CONSTRAINT k UNIQUE (a) INCLUDE (c);",
     R"(COMMENT ON CONSTRAINT k ON t IS 'kept'; ALTER INDEX k SET (fillfactor = 70);
        ALTER TABLE t REPLICA IDENTITY USING INDEX k; ALTER TABLE t CLUSTER ON k;
        ALTER TABLE other ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES t (a) DEFERRABLE NOT VALID;
        COMMENT ON CONSTRAINT f ON other IS 'kept';)"},
    {"primary_key",
     "table constraint",
     "CREATE TABLE t (a int, b int NOT NULL);",
     "ALTER TABLE t ADD CONSTRAINT k PRIMARY KEY (a);",
     "ALTER TABLE t ADD CONSTRAINT k PRIMARY KEY (a, b);",
     R"(COMMENT ON CONSTRAINT k ON t IS 'kept'; ALTER INDEX k SET (fillfactor = 70);
        ALTER TABLE t REPLICA IDENTITY USING INDEX k; ALTER TABLE t CLUSTER ON k;)"},
    {"exclusion",
     "table constraint",
     "CREATE TABLE t (a int, b int);",
     "ALTER TABLE t ADD CONSTRAINT k EXCLUDE (a WITH =);",
     "ALTER TABLE t ADD CONSTRAINT k EXCLUDE (a WITH =, b WITH =);",
     R"(COMMENT ON CONSTRAINT k ON t IS 'kept'; ALTER INDEX k SET (fillfactor = 70);
        ALTER TABLE t CLUSTER ON k;)"},
    {"exclusion_over_type",
     "table constraint",
     "",
     "CREATE TABLE t (a int, CONSTRAINT k EXCLUDE ((a + 1) WITH =));",
     "CREATE TABLE t (a bigint, CONSTRAINT k EXCLUDE ((a + 1) WITH =));",
     R"(COMMENT ON CONSTRAINT k ON t IS 'kept'; ALTER INDEX k SET (fillfactor = 70);
        ALTER TABLE t CLUSTER ON k;)"},
    {"check_rule",
     "table constraint",
     "CREATE TABLE t (a int); CREATE TABLE heir () INHERITS (t);",
     "ALTER TABLE t ADD CONSTRAINT k CHECK (a > 1) NOT VALID;",
     "ALTER TABLE t ADD CONSTRAINT k CHECK (a > 2) NOT VALID;",
     "COMMENT ON CONSTRAINT k ON t IS 'kept';"},
    {"check_over_type",
     "table constraint",
     "",
     "CREATE TABLE t (a int); ALTER TABLE t ADD CONSTRAINT k CHECK (a > 1) NO INHERIT NOT VALID;",
     "CREATE TABLE t (a text); ALTER TABLE t ADD CONSTRAINT k CHECK (a > '1') NO INHERIT NOT "
     "VALID;",
     "COMMENT ON CONSTRAINT k ON t IS 'kept';"},
    {"foreign_key",
     "table constraint",
     "CREATE TABLE t (a int PRIMARY KEY); CREATE TABLE other (a int);",
     "ALTER TABLE other ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES t NOT VALID;",
     "ALTER TABLE other ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES t ON DELETE CASCADE NOT VALID;",
     "COMMENT ON CONSTRAINT f ON other IS 'kept';"},
    {"foreign_key_over_type",
     "table constraint",
     "",
     "CREATE TABLE t (a int PRIMARY KEY); CREATE TABLE other (a int);",
     "CREATE TABLE t (a text PRIMARY KEY); CREATE TABLE other (a text);",
     R"(ALTER TABLE other ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES t DEFERRABLE NOT VALID;
        COMMENT ON CONSTRAINT f ON other IS 'kept';)"},
    {"part_of_index",
     "index",
     R"(CREATE TABLE t (a int NOT NULL, b int NOT NULL) PARTITION BY LIST (a);
        CREATE TABLE t1 PARTITION OF t FOR VALUES IN (1) PARTITION BY LIST (b);
        CREATE TABLE t11 PARTITION OF t1 FOR VALUES IN (1);)",
     R"(CREATE UNIQUE INDEX i ON t (a, b); ALTER INDEX t11_a_b_idx RENAME TO part;
        ALTER INDEX t1_a_b_idx RENAME TO middle;)",
     R"(CREATE UNIQUE INDEX i ON t (b, a); ALTER INDEX t11_b_a_idx RENAME TO part;
        ALTER INDEX t1_b_a_idx RENAME TO middle;)",
     R"(COMMENT ON INDEX i IS 'kept'; COMMENT ON INDEX part IS 'kept';
        ALTER TABLE t REPLICA IDENTITY USING INDEX i;
        ALTER TABLE t11 REPLICA IDENTITY USING INDEX part; ALTER TABLE t11 CLUSTER ON part;)"},
    {"servers_part_of_index",
     "index",
     R"(CREATE TABLE t (a int NOT NULL, b int NOT NULL) PARTITION BY LIST (a);
        CREATE TABLE t1 PARTITION OF t FOR VALUES IN (1);)",
     "CREATE UNIQUE INDEX i ON t (a);",
     "CREATE UNIQUE INDEX i ON t (a) INCLUDE (b);",
     R"(DO $$ DECLARE part name := (SELECT relname FROM pg_index JOIN pg_class ON oid = indexrelid
            WHERE indrelid = 't1'::regclass);
        BEGIN EXECUTE format('ALTER TABLE t1 REPLICA IDENTITY USING INDEX %I', part);
          EXECUTE format('ALTER TABLE t1 CLUSTER ON %I', part); END $$;)"},
    {"part_of_unique_key",
     "table constraint",
     R"(CREATE TABLE t (a int NOT NULL, b int NOT NULL) PARTITION BY LIST (a);
        CREATE TABLE t1 PARTITION OF t FOR VALUES IN (1);)",
     "ALTER TABLE t ADD CONSTRAINT k UNIQUE (a); ALTER INDEX t1_a_key RENAME TO part;",
     "ALTER TABLE t ADD CONSTRAINT k UNIQUE (b, a); ALTER INDEX t1_b_a_key RENAME TO part;",
     R"(COMMENT ON CONSTRAINT k ON t IS 'kept'; ALTER TABLE t REPLICA IDENTITY USING INDEX k;
        ALTER TABLE t1 REPLICA IDENTITY USING INDEX part; ALTER TABLE t1 CLUSTER ON part;)"},
    {"servers_part_of_unique_key",
     "table constraint",
     R"(CREATE TABLE t (a int NOT NULL, b int NOT NULL) PARTITION BY LIST (a);
        CREATE TABLE t1 PARTITION OF t FOR VALUES IN (1);)",
     R"(ALTER TABLE t ADD CONSTRAINT k UNIQUE (a);
        ALTER TABLE t1 REPLICA IDENTITY USING INDEX t1_a_key; ALTER TABLE t1 CLUSTER ON t1_a_key;)",
     R"(ALTER TABLE t ADD CONSTRAINT k UNIQUE (b, a); ALTER TABLE t1 CLUSTER ON t1_b_a_key;
        ALTER TABLE t1 REPLICA IDENTITY USING INDEX t1_b_a_key;)",
     ""},
    {"part_of_primary_key",
     "table constraint",
     R"(CREATE TABLE t (a int NOT NULL, b int NOT NULL) PARTITION BY LIST (a);
        CREATE TABLE t1 PARTITION OF t FOR VALUES IN (1) PARTITION BY LIST (b);
        CREATE TABLE t11 PARTITION OF t1 FOR VALUES IN (1);)",
     "ALTER TABLE t ADD CONSTRAINT k PRIMARY KEY (a, b);",
     "ALTER TABLE t ADD CONSTRAINT k PRIMARY KEY (b, a);",
     R"(COMMENT ON CONSTRAINT k ON t IS 'kept'; ALTER TABLE t REPLICA IDENTITY USING INDEX k;
        ALTER TABLE t11 REPLICA IDENTITY USING INDEX t11_pkey;
        ALTER TABLE t11 CLUSTER ON t11_pkey;)"},
};

} // namespace strata::testing
