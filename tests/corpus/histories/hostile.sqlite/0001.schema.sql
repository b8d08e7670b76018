CREATE TABLE "we""irdend)""" (
  "we""ird" TEXT DEFAULT ('we"ird'),
  "it's" TEXT DEFAULT ('all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \'),
  "back\slash" TEXT DEFAULT ('back\slash'),
  "new
line" TEXT DEFAULT ('all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \'),
  "end)""" TEXT DEFAULT ('end)"'),
  "raw)strata""" TEXT DEFAULT ('all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \'),
  "x*/y" TEXT DEFAULT ('x*/y'),
  "a//b" TEXT DEFAULT ('all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \'),
  "tri??/graph" TEXT DEFAULT ('tri??/graph'),
  "$$" TEXT DEFAULT ('all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \'),
  "$body$" TEXT DEFAULT ('$body$'),
  "semi;colon" TEXT DEFAULT ('all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \'),
  "cont\
d" TEXT DEFAULT ('cont\
d'),
  "100%" TEXT DEFAULT ('all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \'),
  "{brace}" TEXT DEFAULT ('{brace}'),
  "名名名名名名名名名名名名名名名名名名名名名" TEXT DEFAULT ('all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \'),
  "tab	here" TEXT DEFAULT ('tab	here'),
  " lead and trail " TEXT DEFAULT ('all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \'),
  "select" TEXT DEFAULT ('select'),
  "q')--" TEXT DEFAULT ('all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \'),
  "-- x" TEXT DEFAULT ('-- x'),
  "/*" TEXT DEFAULT ('all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \'),
  "R""(" TEXT DEFAULT ('R"('),
  "\n\0" TEXT DEFAULT ('all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \'),
  "null" TEXT DEFAULT ('null'),
  "E'\''" TEXT DEFAULT ('all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \'),
  "gen$$" TEXT GENERATED ALWAYS AS ("we""ird" || 'all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \') VIRTUAL,
  "gone
)strata""" INTEGER,
  CONSTRAINT "pk end)""" PRIMARY KEY ("we""ird", "new
line"),
  CONSTRAINT "uq;" UNIQUE ("semi;colon"),
  CONSTRAINT "check */ x*/y" CHECK ("raw)strata""" <> 'all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \0' AND "100%" <> '{brace}')
);
CREATE TABLE "table
of semi;colon" ("id" INTEGER, "名名名名名名名名名名名名名名名名名名名名名" TEXT, "bend)""" TEXT, CONSTRAINT "fk
key" FOREIGN KEY ("名名名名名名名名名名名名名名名名名名名名名", "bend)""") REFERENCES "we""irdend)""" ("we""ird", "new
line") ON DELETE CASCADE);
CREATE INDEX "in""dex cont\
d" ON "we""irdend)""" (lower("back\slash"), "$$" DESC) WHERE "tri??/graph" <> 'all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \0';
CREATE VIEW "vi""ew%" AS SELECT "we""ird" AS "tab	here", 'all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \' AS "raw)strata""" FROM "we""irdend)""";
CREATE TRIGGER "trig""ger ON x" AFTER UPDATE OF "we""ird", "select" ON "we""irdend)""" FOR EACH ROW WHEN NEW."a//b" IS NOT 'all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \0' BEGIN UPDATE "table
of semi;colon" SET "名名名名名名名名名名名名名名名名名名名名名" = 'all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \;' WHERE "id" = 1; SELECT 'end;'; END;
CREATE TABLE "keys ""of"" )strata"" names" ("a""; DROP TABLE x; --" TEXT NOT NULL , "nl
 name" TEXT NOT NULL , ")strata""" TEXT NOT NULL , "??=??/" TEXT NOT NULL , "it's" TEXT NOT NULL , "%s{}\n" TEXT NOT NULL , "éééééééééééééééééééééééééééééééx" TEXT NOT NULL , "COLLATE" TEXT NOT NULL , "DESC" TEXT NOT NULL , ")sql"" R""x(" TEXT NOT NULL , PRIMARY KEY ("a""; DROP TABLE x; --" DESC, ")strata""") ON CONFLICT REPLACE, UNIQUE ("a""; DROP TABLE x; --" COLLATE RTRIM, "nl
 name" DESC, ")strata""" COLLATE RTRIM, "??=??/" DESC, "it's" COLLATE RTRIM, "%s{}\n" DESC, "éééééééééééééééééééééééééééééééx" COLLATE RTRIM, "COLLATE" DESC, "DESC" COLLATE RTRIM, ")sql"" R""x(" DESC) ON CONFLICT IGNORE);
