// Heirs: what diff prints takes them from one parent to another and follows what parents do.
#include "tests/database/tool/converging.hpp"

using namespace strata;
using namespace strata::testing;

namespace {

using row = std::vector<value>;

// Whether an heir declares too what it inherits is no difference that ALTER TABLE can make.
const char* const descent =
    "SELECT c.oid::regclass::text, a.attname, format_type(a.atttypid, a.atttypmod),"
    " a.attnotnull::text, a.attinhcount::text, pg_get_expr(d.adbin, d.adrelid),"
    " col_description(c.oid, a.attnum)"
    " FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0"
    " LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum"
    " WHERE c.relkind = 'r' AND c.oid >= 16384 AND NOT a.attisdropped"
    " UNION ALL SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid), '',"
    " coninhcount::text, '', '' FROM pg_constraint WHERE conrelid >= 16384"
    " UNION ALL SELECT inhrelid::regclass::text, inhparent::regclass::text, '', '', '', '', ''"
    " FROM pg_inherits WHERE inhrelid >= 16384 ORDER BY 1, 2, 3";

const std::vector<schema_pair> links = {
    {"plain",
     "CREATE TABLE p (id int NOT NULL, a text DEFAULT 'x', CONSTRAINT pa CHECK (a <> ''));"
     "CREATE TABLE c (id int NOT NULL, a text DEFAULT 'x', b int, CONSTRAINT pa CHECK (a <> ''));",
     "CREATE TABLE p (id int NOT NULL, a text DEFAULT 'x', CONSTRAINT pa CHECK (a <> ''));"
     "CREATE TABLE c (id int NOT NULL, a text DEFAULT 'x', b int, CONSTRAINT pa CHECK (a <> ''));"
     "ALTER TABLE c INHERIT p;"},
    {"noinherit",
     "CREATE TABLE p (id int NOT NULL, a text DEFAULT 'x', CONSTRAINT pa CHECK (a <> ''));"
     "CREATE TABLE c (b int) INHERITS (p);",
     "CREATE TABLE p (id int NOT NULL, a text DEFAULT 'x', CONSTRAINT pa CHECK (a <> ''));"
     "CREATE TABLE c (id int NOT NULL, a text DEFAULT 'x', b int, CONSTRAINT pa CHECK (a <> ''));"},
    {"lacks",
     "CREATE TABLE p (id int NOT NULL, a text DEFAULT 'x', CONSTRAINT pa CHECK (a <> ''));"
     "CREATE TABLE c (id int, b int);",
     "CREATE TABLE p (id int NOT NULL, a text DEFAULT 'x', CONSTRAINT pa CHECK (a <> ''));"
     "CREATE TABLE c (id int NOT NULL, a text DEFAULT 'x', b int, CONSTRAINT pa CHECK (a <> ''));"
     "ALTER TABLE c INHERIT p;"},
    {"parent changes too",
     "CREATE TABLE p (id int NOT NULL, a text DEFAULT 'x', gone int, t int, CONSTRAINT pa CHECK (a "
     "<> ''));"
     "CREATE TABLE c (b int) INHERITS (p);",
     "CREATE TABLE p (id int NOT NULL, a text DEFAULT 'y', new int, t bigint, CONSTRAINT pb CHECK "
     "(a <> 'z'));"
     "CREATE TABLE c (id int NOT NULL, a text DEFAULT 'x', gone int, t int, b int, CONSTRAINT pa "
     "CHECK (a <> ''));"},
    {"parent goes",
     "CREATE TABLE p (id int NOT NULL, a text DEFAULT 'x', CONSTRAINT pa CHECK (a <> ''));"
     "CREATE TABLE c (b int) INHERITS (p);",
     "CREATE TABLE c (id int NOT NULL, a text DEFAULT 'x', b int);"},
    {"other parent",
     "CREATE TABLE p (id int NOT NULL, a text);"
     "CREATE TABLE q (id int NOT NULL, a text, z date);"
     "CREATE TABLE c (b int) INHERITS (p);",
     "CREATE TABLE p (id int NOT NULL, a text);"
     "CREATE TABLE q (id int NOT NULL, a text, z date);"
     "CREATE TABLE c (id int NOT NULL, a text, z date, b int);"
     "ALTER TABLE c INHERIT q;"},
    {"two parents lose one",
     "CREATE TABLE p (id int NOT NULL, a text, CONSTRAINT ca CHECK (id > 0));"
     "CREATE TABLE q (id int NOT NULL, z date, CONSTRAINT ca CHECK (id > 0), CONSTRAINT cz CHECK "
     "(z > '2000-01-01'));"
     "CREATE TABLE c (b int) INHERITS (p, q);",
     "CREATE TABLE p (id int NOT NULL, a text, CONSTRAINT ca CHECK (id > 0));"
     "CREATE TABLE q (id int NOT NULL, z date, CONSTRAINT ca CHECK (id > 0), CONSTRAINT cz CHECK "
     "(z > '2000-01-01'));"
     "CREATE TABLE c (b int) INHERITS (p, q);"
     "ALTER TABLE c NO INHERIT q;"},
    {"grandparents",
     "CREATE TABLE g (id int NOT NULL, CONSTRAINT gid CHECK (id > 0));"
     "CREATE TABLE p (a text) INHERITS (g);"
     "CREATE TABLE c (b int) INHERITS (p);"
     "CREATE TABLE d (e int) INHERITS (c);",
     "CREATE TABLE g (id int NOT NULL, h text DEFAULT 'h', CONSTRAINT gid CHECK (id > 1));"
     "CREATE TABLE p (a text) INHERITS (g);"
     "CREATE TABLE c (id int NOT NULL, a text, b int, CONSTRAINT gid CHECK (id > 0));"
     "CREATE TABLE d (e int) INHERITS (c);"},
    {"middle leaves",
     "CREATE TABLE g (id int NOT NULL, CONSTRAINT gid CHECK (id > 0));"
     "CREATE TABLE p (a text) INHERITS (g);"
     "CREATE TABLE c (b int) INHERITS (p);",
     "CREATE TABLE g (id int NOT NULL, CONSTRAINT gid CHECK (id > 0));"
     "CREATE TABLE p (id int NOT NULL, a text, CONSTRAINT gid CHECK (id > 0));"
     "CREATE TABLE c (b int) INHERITS (p);"},
    {"merged columns",
     "CREATE TABLE p (id int NOT NULL);"
     "CREATE TABLE c (b int) INHERITS (p);",
     "CREATE TABLE p (id int NOT NULL, a text, CONSTRAINT ch CHECK (a <> ''));"
     "CREATE TABLE c (b int, a text, CONSTRAINT ch CHECK (a <> '')) INHERITS (p);"},
    {"parent drops what heir keeps",
     "CREATE TABLE p (id int NOT NULL, a text);"
     "CREATE TABLE c (b int) INHERITS (p);",
     "CREATE TABLE p (id int NOT NULL);"
     "CREATE TABLE c (b int, a text) INHERITS (p);"},
    {"type of merged",
     "CREATE TABLE p (id int NOT NULL, a int DEFAULT 1);"
     "CREATE TABLE c (a int DEFAULT 2, b int) INHERITS (p);",
     "CREATE TABLE p (id bigint NOT NULL, a bigint DEFAULT 5);"
     "CREATE TABLE c (a bigint DEFAULT 2, b int) INHERITS (p);"},
    {"serial parent",
     "CREATE TABLE p (id serial PRIMARY KEY, a text);"
     "CREATE TABLE c (b int) INHERITS (p);",
     "CREATE TABLE p (id serial PRIMARY KEY, a text);"
     "CREATE TABLE c (b int) INHERITS (p);"
     "ALTER TABLE c NO INHERIT p;"},
    {"identity parent",
     "CREATE TABLE p (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, a text);"
     "CREATE TABLE c (b int) INHERITS (p);",
     "CREATE TABLE p (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, a text);"
     "CREATE TABLE c (b int) INHERITS (p);"
     "ALTER TABLE c NO INHERIT p;"},
    {"generated",
     "CREATE TABLE p (id int, g int GENERATED ALWAYS AS (id * 2) STORED);"
     "CREATE TABLE c (b int) INHERITS (p);",
     "CREATE TABLE p (id int, g int GENERATED ALWAYS AS (id * 2) STORED);"
     "CREATE TABLE c (b int) INHERITS (p);"
     "ALTER TABLE c NO INHERIT p;"},
    {"new parent",
     "CREATE TABLE c (id int NOT NULL, a text, b int);"
     "CREATE TABLE d (id int NOT NULL, a text, f int);",
     "CREATE TABLE p (id int NOT NULL, a text, CONSTRAINT pid CHECK (id > 0));"
     "CREATE TABLE c (id int NOT NULL, a text, b int, CONSTRAINT pid CHECK (id > 0));"
     "CREATE TABLE d (id int NOT NULL, a text, f int, CONSTRAINT pid CHECK (id > 0));"
     "ALTER TABLE c INHERIT p;"
     "ALTER TABLE d INHERIT p;"},
    {"grandparent inserted",
     "CREATE TABLE p (id int NOT NULL, a text);"
     "CREATE TABLE c (b int) INHERITS (p);",
     "CREATE TABLE g (id int NOT NULL);"
     "CREATE TABLE p (id int NOT NULL, a text);"
     "ALTER TABLE p INHERIT g;"
     "CREATE TABLE c (b int) INHERITS (p);"},
    {"with views and indexes",
     "CREATE TABLE p (id int NOT NULL, a text);"
     "CREATE TABLE c (b int) INHERITS (p);"
     "CREATE INDEX ci ON c (a); CREATE VIEW v AS SELECT id, a, b FROM c; ALTER TABLE c ADD PRIMARY "
     "KEY (id);",
     "CREATE TABLE p (id int NOT NULL, a varchar(20));"
     "CREATE TABLE c (id int NOT NULL, a text, b bigint);"
     "CREATE INDEX ci ON c (a); CREATE VIEW v AS SELECT id, a, b FROM c; ALTER TABLE c ADD PRIMARY "
     "KEY (id);"},
    {"no inherit check",
     "CREATE TABLE p (id int NOT NULL, a text, CONSTRAINT own CHECK (id > 0) NO INHERIT, "
     "CONSTRAINT nv CHECK (a <> '') NOT VALID);"
     "CREATE TABLE c (b int) INHERITS (p);",
     "CREATE TABLE p (id int NOT NULL, a text, CONSTRAINT own CHECK (id > 0) NO INHERIT, "
     "CONSTRAINT nv CHECK (a <> '') NOT VALID);"
     "CREATE TABLE c (b int) INHERITS (p);"
     "ALTER TABLE c NO INHERIT p;"},
    {"merged check changes",
     "CREATE TABLE p (id int NOT NULL, CONSTRAINT ch CHECK (id > 0));"
     "CREATE TABLE c (b int, CONSTRAINT ch CHECK (id > 0)) INHERITS (p);",
     "CREATE TABLE p (id int NOT NULL, CONSTRAINT ch CHECK (id > 5));"
     "CREATE TABLE c (b int, CONSTRAINT ch CHECK (id > 5)) INHERITS (p);"},
    {"check kept by heir",
     "CREATE TABLE p (id int NOT NULL, CONSTRAINT ch CHECK (id > 0));"
     "CREATE TABLE c (b int) INHERITS (p);",
     "CREATE TABLE p (id int NOT NULL);"
     "CREATE TABLE c (b int, CONSTRAINT ch CHECK (id > 0)) INHERITS (p);"},
    {"check renamed",
     "CREATE TABLE p (id int NOT NULL, CONSTRAINT ch CHECK (id > 0));"
     "CREATE TABLE c (b int, CONSTRAINT ch CHECK (id > 0)) INHERITS (p);"
     "CREATE TABLE d (b int) INHERITS (p);",
     "CREATE TABLE p (id int NOT NULL, CONSTRAINT ch2 CHECK (id > 0));"
     "CREATE TABLE c (b int, CONSTRAINT ch2 CHECK (id > 0)) INHERITS (p);"
     "CREATE TABLE d (b int) INHERITS (p);"},
    {"diamond",
     "CREATE TABLE g (id int NOT NULL);"
     "CREATE TABLE p (a text) INHERITS (g);"
     "CREATE TABLE q (b text) INHERITS (g);"
     "CREATE TABLE c (d int) INHERITS (p, q);",
     "CREATE TABLE g (id bigint NOT NULL, n int DEFAULT 3);"
     "CREATE TABLE p (a text) INHERITS (g);"
     "CREATE TABLE q (b text) INHERITS (g);"
     "CREATE TABLE c (d int) INHERITS (p, q);"},
};

const std::vector<schema_pair> own_words = {
    {"own default",
     "CREATE TABLE p (id int NOT NULL, a text DEFAULT 'x', n int);"
     "CREATE TABLE c (b int) INHERITS (p);",
     "CREATE TABLE p (id int NOT NULL, a text DEFAULT 'x', n int);"
     "CREATE TABLE c (b int) INHERITS (p);"
     "ALTER TABLE c ALTER a SET DEFAULT 'y'; ALTER TABLE c ALTER n SET DEFAULT 5; COMMENT ON "
     "COLUMN c.id IS 'the c''s id'; ALTER TABLE c ALTER n SET NOT NULL;"},
    {"no default",
     "CREATE TABLE p (id int NOT NULL, a text DEFAULT 'x');"
     "CREATE TABLE c (b int) INHERITS (p);",
     "CREATE TABLE p (id int NOT NULL, a text DEFAULT 'x');"
     "CREATE TABLE c (b int) INHERITS (p);"
     "ALTER TABLE c ALTER a DROP DEFAULT; ALTER TABLE c ALTER id DROP NOT NULL;"},
    {"new heir",
     "CREATE TABLE p (id int NOT NULL, a text DEFAULT 'x', n int);",
     "CREATE TABLE p (id int NOT NULL, a text DEFAULT 'x', n int);"
     "CREATE TABLE c (b int) INHERITS (p);"
     "ALTER TABLE c ALTER a SET DEFAULT 'y'; ALTER TABLE c ALTER n SET DEFAULT 5; COMMENT ON "
     "COLUMN c.id IS 'the c''s id'; ALTER TABLE c ALTER n SET NOT NULL; ALTER TABLE c ALTER id "
     "DROP NOT NULL;"
     "CREATE TABLE d () INHERITS (c); ALTER TABLE d ALTER a DROP DEFAULT;"},
    {"parents default changes",
     "CREATE TABLE p (id int NOT NULL, a text DEFAULT 'x', n int NOT NULL);"
     "CREATE TABLE c (b int) INHERITS (p); CREATE TABLE d () INHERITS (c);"
     "ALTER TABLE c ALTER a SET DEFAULT 'y'; ALTER TABLE ONLY c ALTER n DROP NOT NULL; ALTER TABLE "
     "d ALTER a SET DEFAULT 'd'; COMMENT ON COLUMN d.a IS 'd';",
     "CREATE TABLE p (id int NOT NULL, a text DEFAULT 'z', n int);"
     "CREATE TABLE c (b int) INHERITS (p); CREATE TABLE d () INHERITS (c);"
     "ALTER TABLE c ALTER a SET DEFAULT 'y'; ALTER TABLE c ALTER n SET NOT NULL; ALTER TABLE d "
     "ALTER a SET DEFAULT 'd'; ALTER TABLE d ALTER n DROP NOT NULL; COMMENT ON COLUMN d.a IS 'e';"},
    {"parents type changes",
     "CREATE TABLE p (id int NOT NULL, a int DEFAULT 1);"
     "CREATE TABLE c (b int) INHERITS (p); ALTER TABLE c ALTER a SET DEFAULT 2;",
     "CREATE TABLE p (id int NOT NULL, a bigint DEFAULT 1);"
     "CREATE TABLE c (b int) INHERITS (p); ALTER TABLE c ALTER a SET DEFAULT 2;"},
    {"parents column new with other default",
     "CREATE TABLE p (id int NOT NULL);"
     "CREATE TABLE c (b int) INHERITS (p);",
     "CREATE TABLE p (id int NOT NULL, a int DEFAULT 1);"
     "CREATE TABLE c (b int) INHERITS (p); ALTER TABLE c ALTER a SET DEFAULT 2; COMMENT ON COLUMN "
     "c.a IS 'a';"},
    {"leaves with own default",
     "CREATE TABLE p (id int NOT NULL, a int DEFAULT 1);"
     "CREATE TABLE c (b int) INHERITS (p); ALTER TABLE c ALTER a SET DEFAULT 2; COMMENT ON COLUMN "
     "c.a IS 'a';",
     "CREATE TABLE p (id int NOT NULL, a int DEFAULT 1);"
     "CREATE TABLE c (id int NOT NULL, a int DEFAULT 2, b int);  COMMENT ON COLUMN c.a IS 'a';"},
};

} // namespace

TEST_CASE("tables take parents and leave them", "[tool]") { check_converging(links, descent); }

TEST_CASE("heirs have defaults and comments of their own", "[tool]") {
  check_converging(own_words, descent);
}

TEST_CASE("an heir that leaves its parent keeps its rows", "[tool]") {
  if (tested_dialects().size() < 2)
    return;
  const scratch_database from(dialect::postgresql);
  const scratch_database to(dialect::postgresql);
  from.open()->execute(
      "CREATE TABLE p (id int, a text, lost int);"
      "CREATE TABLE c (b int) INHERITS (p);"
      "CREATE TABLE d (b int) INHERITS (p);"
      "INSERT INTO c VALUES (1, 'one', 11, 2); INSERT INTO d VALUES (3, 'three', 33, 4);");
  to.open()->execute("CREATE TABLE p (id int, x int);"
                     "CREATE TABLE c (id int, a text, lost int, b int);"
                     "CREATE TABLE d (b int, a text, lost int) INHERITS (p);");
  execute_each(from, diff(from, to).out);
  CHECK(from.open()->query("SELECT id::text, a, lost::text, b::text FROM c").rows ==
        std::vector<row>{{"1", "one", "11", "2"}});
  CHECK(from.open()->query("SELECT id::text, a, lost::text, b::text, x::text FROM d").rows ==
        std::vector<row>{{"3", "three", "33", "4", value()}});
  CHECK(diff(from, to).code == 0);
}
