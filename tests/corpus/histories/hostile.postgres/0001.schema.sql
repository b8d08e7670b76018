CREATE SCHEMA "sch""ema;";
COMMENT ON SCHEMA "sch""ema;" IS 'all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \';
CREATE TYPE "sch""ema;"."en)""um" AS ENUM ('we"ird', 'it''s', 'back\slash', 'new
line', 'end)"', 'raw)strata"', 'x*/y', 'a//b', 'tri??/graph', '$$', '$body$', 'semi;colon', 'cont\
d', '100%', '{brace}', '名名名名名名名名名名名名名名名名名名名名名', 'tab	here', ' lead and trail ', 'select', 'q'')--', '-- x', '/*', 'R"(', '\n\0', 'null', 'E''\''''');
COMMENT ON TYPE "sch""ema;"."en)""um" IS 'all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \';
CREATE DOMAIN "sch""ema;"."do""main $$" AS text DEFAULT 'all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \' CONSTRAINT "ch%eck)""" CHECK (VALUE <> 'all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \0');
CREATE TABLE "sch""ema;"."we""irdend)""" (
  "we""ird" text DEFAULT 'we"ird',
  "it's" text DEFAULT 'all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \',
  "back\slash" text DEFAULT 'back\slash',
  "new
line" text DEFAULT 'all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \',
  "end)""" text DEFAULT 'end)"',
  "raw)strata""" text DEFAULT 'all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \',
  "x*/y" text DEFAULT 'x*/y',
  "a//b" text DEFAULT 'all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \',
  "tri??/graph" text DEFAULT 'tri??/graph',
  "$$" text DEFAULT 'all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \',
  "$body$" text DEFAULT '$body$',
  "semi;colon" text DEFAULT 'all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \',
  "cont\
d" text DEFAULT 'cont\
d',
  "100%" text DEFAULT 'all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \',
  "{brace}" text DEFAULT '{brace}',
  "名名名名名名名名名名名名名名名名名名名名名" text DEFAULT 'all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \',
  "tab	here" text DEFAULT 'tab	here',
  " lead and trail " text DEFAULT 'all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \',
  "select" text DEFAULT 'select',
  "q')--" text DEFAULT 'all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \',
  "-- x" text DEFAULT '-- x',
  "/*" text DEFAULT 'all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \',
  "R""(" text DEFAULT 'R"(',
  "\n\0" text DEFAULT 'all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \',
  "null" text DEFAULT 'null',
  "E'\''" text DEFAULT 'all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \',
  "en??/um" "sch""ema;"."en)""um" DEFAULT 'it''s'::"sch""ema;"."en)""um" NOT NULL,
  "dom{}" "sch""ema;"."do""main $$",
  "gen$$" text GENERATED ALWAYS AS ("we""ird" || 'all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \') STORED,
  CONSTRAINT "pk end)""" PRIMARY KEY ("we""ird", "new
line"),
  CONSTRAINT "uq;" UNIQUE ("semi;colon"),
  CONSTRAINT "check */ x*/y" CHECK ("raw)strata""" <> 'all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \' AND "100%" !~ '{brace}')
);
COMMENT ON TABLE "sch""ema;"."we""irdend)""" IS 'all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \';
COMMENT ON COLUMN "sch""ema;"."we""irdend)"""."we""ird" IS 'we"ird';
COMMENT ON COLUMN "sch""ema;"."we""irdend)"""."it's" IS 'it''s';
COMMENT ON COLUMN "sch""ema;"."we""irdend)"""."back\slash" IS 'back\slash';
COMMENT ON COLUMN "sch""ema;"."we""irdend)"""."new
line" IS 'new
line';
COMMENT ON COLUMN "sch""ema;"."we""irdend)"""."end)""" IS 'end)"';
COMMENT ON COLUMN "sch""ema;"."we""irdend)"""."raw)strata""" IS 'raw)strata"';
COMMENT ON COLUMN "sch""ema;"."we""irdend)"""."x*/y" IS 'x*/y';
COMMENT ON COLUMN "sch""ema;"."we""irdend)"""."a//b" IS 'a//b';
COMMENT ON COLUMN "sch""ema;"."we""irdend)"""."tri??/graph" IS 'tri??/graph';
COMMENT ON COLUMN "sch""ema;"."we""irdend)"""."$$" IS '$$';
COMMENT ON COLUMN "sch""ema;"."we""irdend)"""."$body$" IS '$body$';
COMMENT ON COLUMN "sch""ema;"."we""irdend)"""."semi;colon" IS 'semi;colon';
COMMENT ON COLUMN "sch""ema;"."we""irdend)"""."cont\
d" IS 'cont\
d';
COMMENT ON COLUMN "sch""ema;"."we""irdend)"""."100%" IS '100%';
COMMENT ON COLUMN "sch""ema;"."we""irdend)"""."{brace}" IS '{brace}';
COMMENT ON COLUMN "sch""ema;"."we""irdend)"""."名名名名名名名名名名名名名名名名名名名名名" IS '名名名名名名名名名名名名名名名名名名名名名';
COMMENT ON COLUMN "sch""ema;"."we""irdend)"""."tab	here" IS 'tab	here';
COMMENT ON COLUMN "sch""ema;"."we""irdend)"""." lead and trail " IS ' lead and trail ';
COMMENT ON COLUMN "sch""ema;"."we""irdend)"""."select" IS 'select';
COMMENT ON COLUMN "sch""ema;"."we""irdend)"""."q')--" IS 'q'')--';
COMMENT ON COLUMN "sch""ema;"."we""irdend)"""."-- x" IS '-- x';
COMMENT ON COLUMN "sch""ema;"."we""irdend)"""."/*" IS '/*';
COMMENT ON COLUMN "sch""ema;"."we""irdend)"""."R""(" IS 'R"(';
COMMENT ON COLUMN "sch""ema;"."we""irdend)"""."\n\0" IS '\n\0';
COMMENT ON COLUMN "sch""ema;"."we""irdend)"""."null" IS 'null';
COMMENT ON COLUMN "sch""ema;"."we""irdend)"""."E'\''" IS 'E''\''''';
COMMENT ON CONSTRAINT "uq;" ON "sch""ema;"."we""irdend)""" IS 'all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \';
CREATE TABLE "table
of semi;colon" (id integer NOT NULL, "名名名名名名名名名名名名名名名名名名名名名" text, "bend)""" text, CONSTRAINT "fk
key" FOREIGN KEY ("名名名名名名名名名名名名名名名名名名名名名", "bend)""") REFERENCES "sch""ema;"."we""irdend)""" ("we""ird", "new
line") ON DELETE CASCADE);
CREATE INDEX "in""dex cont\
d" ON "sch""ema;"."we""irdend)""" (lower("back\slash"), "$$" DESC) WHERE ("tri??/graph" <> 'all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \0');
CREATE FUNCTION "sch""ema;"."fun""c$body$;"("p""1)" text DEFAULT 'all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \') RETURNS text LANGUAGE sql AS 'select ''all: we"ird it''''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'''')-- -- x /* R"( \n\0 null E''''\'''''''' )strata" )" \0'' -- $$ $function$ $body$ )strata"';
COMMENT ON FUNCTION "sch""ema;"."fun""c$body$;"(text) IS 'all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \';
CREATE FUNCTION "touch
it"() RETURNS trigger LANGUAGE plpgsql AS 'begin -- raw)strata" all: we"ird it''s back\slash new
-- line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
-- d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \
 return null; end';
CREATE TRIGGER "trig""ger ON x" AFTER UPDATE OF "we""ird", "select" ON "sch""ema;"."we""irdend)""" FOR EACH ROW WHEN (NEW."a//b" IS DISTINCT FROM 'all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \0') EXECUTE FUNCTION "touch
it"('all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \', 'back\slash');
CREATE VIEW "vi""ew%" AS SELECT "we""ird" AS "tab	here", 'all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \'::text AS "raw)strata""" FROM "sch""ema;"."we""irdend)""" WHERE "en??/um" <> '$body$'::"sch""ema;"."en)""um";
COMMENT ON VIEW "vi""ew%" IS 'all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \';
ALTER TABLE "sch""ema;"."we""irdend)""" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "pol;""icy" ON "sch""ema;"."we""irdend)""" USING ("it's" <> 'all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \0');
CREATE SEQUENCE "sch""ema;"."seq"" end)""";
