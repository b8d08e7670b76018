CREATE TABLE [order] ( -- the orders, with a ) in it
  [group] INTEGER PRIMARY KEY AUTOINCREMENT, /* not ( balanced */
  `select` VARCHAR(255) NOT NULL DEFAULT 'it''s "x"' COLLATE nocase,
  "from" DATETIME DEFAULT (datetime('now','localtime')),
  'where' int8 DEFAULT -0.5e3,
  "having" NUMERIC(10,2) DEFAULT +1,
  untyped,
  untyped2 DEFAULT (1 + 3),
  bl BLOB DEFAULT x'00ff',
  tr BOOLEAN DEFAULT TRUE, fa BOOL DEFAULT false,
  dt timestamp default current_timestamp, d2 DATE DEFAULT CURRENT_DATE, t2 TIME DEFAULT (time('now')),
  "double precision col" DOUBLE PRECISION, u UNSIGNED BIG INT, "nvc" NATIVE CHARACTER(70), js JSON, dec DECIMAL(10,5) NULL,
  CONSTRAINT "check one" CHECK ("where" > 0 AND [group] <> 5),
  CHECK (`select` IN ('a', 'b('))
);
CREATE TABLE gen (a INTEGER, b TEXT AS (upper(a)) VIRTUAL, c INT GENERATED ALWAYS AS (a * 2) STORED NOT NULL CHECK (c > 0), e INTEGER GENERATED ALWAYS AS (a+1) UNIQUE);
CREATE TABLE wr (k TEXT NOT NULL, v ANY, PRIMARY KEY (k)) STRICT, WITHOUT ROWID;
CREATE TABLE comp (a INT, b INT, c REFERENCES [order], PRIMARY KEY (b, a), FOREIGN KEY (a, b) REFERENCES comp (b, a) ON UPDATE RESTRICT DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE nopk (x TEXT UNIQUE, y BIGINT UNIQUE, UNIQUE (x, y), UNIQUE(y, x));
CREATE TABLE selfref (id integer primary key, parent integer references selfref on delete cascade, lft int, CONSTRAINT fk_a FOREIGN KEY (lft) REFERENCES nope(x));
CREATE TABLE strictone (i INT, j INTEGER, r REAL, t TEXT, b BLOB, a ANY) STRICT;
CREATE TABLE altered (id INTEGER PRIMARY KEY, n TEXT);
ALTER TABLE altered ADD COLUMN m TEXT NOT NULL DEFAULT '';
ALTER TABLE altered ADD COLUMN "r" INTEGER REFERENCES gen (e);
ALTER TABLE altered RENAME COLUMN n TO "n n";
ALTER TABLE altered RENAME TO "alt er";
CREATE UNIQUE INDEX ix1 ON [order] (lower("select"), "from" DESC) WHERE "where" IS NOT NULL AND untyped <> 'x';
CREATE INDEX "ix 2" ON gen (a COLLATE NOCASE ASC, (a + c) DESC, b);
CREATE INDEX ix3 ON nopk (x COLLATE RTRIM DESC, json_extract(y, '$.a'));
CREATE INDEX ix4 ON "alt er" ("n n") WHERE "m" LIKE '%it''s%' ESCAPE '\';
CREATE VIEW v1 AS SELECT "group" AS g, count(*) n FROM [order] GROUP BY 1;
CREATE VIEW v2 (aa, "b b") AS SELECT g, n FROM v1 WHERE n > 2;
CREATE VIEW v3 AS WITH RECURSIVE r(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM r WHERE x < 5) SELECT x, aa FROM r JOIN v2 ON aa = x;
CREATE TRIGGER tr1 INSTEAD OF INSERT ON v1 BEGIN INSERT INTO [order]([group], "select") VALUES (NEW.g, 'a'); END;
CREATE TRIGGER tr2 INSTEAD OF UPDATE OF aa ON v2 FOR EACH ROW WHEN NEW.aa IS NOT OLD.aa BEGIN UPDATE "order" SET untyped = new.aa WHERE "group" = old.aa; SELECT RAISE(ABORT, 'no; BEGIN'); END;
CREATE TRIGGER "tr 3" BEFORE DELETE ON gen WHEN old.a > 1 BEGIN SELECT CASE WHEN 1 THEN RAISE(IGNORE) END; END;
CREATE TRIGGER tr4 AFTER UPDATE ON "alt er" BEGIN DELETE FROM wr WHERE k = old."n n"; INSERT INTO wr SELECT "m", 1 FROM "alt er" WHERE id = new.id ON CONFLICT (k) DO UPDATE SET v = excluded.v; END;
CREATE TRIGGER tr5 INSERT ON comp BEGIN SELECT 1; END;
CREATE TRIGGER IF NOT EXISTS tr6 DELETE ON comp FOR EACH ROW BEGIN SELECT 1; END;
