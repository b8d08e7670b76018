CREATE SCHEMA "sch""ema;";
COMMENT ON SCHEMA "sch""ema;" IS 'all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \';
CREATE TYPE "sch""ema;"."en)""um" AS ENUM ('we"ird', 'it''s', 'back\slash', 'new
line', 'end)"', 'raw)strata"', 'x*/y', 'a//b', 'tri??/graph', '$$', '$body$', 'semi;colon', 'cont\
d', '100%', '{brace}', '名名名名名名名名名名名名名名名名名名名名名', 'tab	here', ' lead and trail ', 'select', 'q'')--', '-- x', '/*', 'R"(', '\n\0', 'null', 'E''\''''', 'later
"value"');
COMMENT ON TYPE "sch""ema;"."en)""um" IS 'all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \';
CREATE DOMAIN "sch""ema;"."do""main $$" AS text DEFAULT 'all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \' CONSTRAINT "ch%eck)""" CHECK (VALUE <> 'all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \1');
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
  "added
)strata""" integer DEFAULT 1 NOT NULL,
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
COMMENT ON COLUMN "sch""ema;"."we""irdend)"""."we""ird" IS 'all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \';
COMMENT ON COLUMN "sch""ema;"."we""irdend)"""."it's" IS 'all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \';
COMMENT ON COLUMN "sch""ema;"."we""irdend)"""."back\slash" IS 'all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \';
COMMENT ON COLUMN "sch""ema;"."we""irdend)"""."new
line" IS 'all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \';
COMMENT ON COLUMN "sch""ema;"."we""irdend)"""."end)""" IS 'all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \';
COMMENT ON COLUMN "sch""ema;"."we""irdend)"""."raw)strata""" IS 'all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \';
COMMENT ON COLUMN "sch""ema;"."we""irdend)"""."x*/y" IS 'all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \';
COMMENT ON COLUMN "sch""ema;"."we""irdend)"""."a//b" IS 'all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \';
COMMENT ON COLUMN "sch""ema;"."we""irdend)"""."tri??/graph" IS 'all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \';
COMMENT ON COLUMN "sch""ema;"."we""irdend)"""."$$" IS 'all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \';
COMMENT ON COLUMN "sch""ema;"."we""irdend)"""."$body$" IS 'all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \';
COMMENT ON COLUMN "sch""ema;"."we""irdend)"""."semi;colon" IS 'all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \';
COMMENT ON COLUMN "sch""ema;"."we""irdend)"""."cont\
d" IS 'all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \';
COMMENT ON COLUMN "sch""ema;"."we""irdend)"""."100%" IS 'all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \';
COMMENT ON COLUMN "sch""ema;"."we""irdend)"""."{brace}" IS 'all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \';
COMMENT ON COLUMN "sch""ema;"."we""irdend)"""."名名名名名名名名名名名名名名名名名名名名名" IS 'all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \';
COMMENT ON COLUMN "sch""ema;"."we""irdend)"""."tab	here" IS 'all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \';
COMMENT ON COLUMN "sch""ema;"."we""irdend)"""." lead and trail " IS 'all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \';
COMMENT ON COLUMN "sch""ema;"."we""irdend)"""."select" IS 'all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \';
COMMENT ON COLUMN "sch""ema;"."we""irdend)"""."q')--" IS 'all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \';
COMMENT ON COLUMN "sch""ema;"."we""irdend)"""."-- x" IS 'all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \';
COMMENT ON COLUMN "sch""ema;"."we""irdend)"""."/*" IS 'all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \';
COMMENT ON COLUMN "sch""ema;"."we""irdend)"""."R""(" IS 'all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \';
COMMENT ON COLUMN "sch""ema;"."we""irdend)"""."\n\0" IS 'all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \';
COMMENT ON COLUMN "sch""ema;"."we""irdend)"""."null" IS 'all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \';
COMMENT ON COLUMN "sch""ema;"."we""irdend)"""."E'\''" IS 'all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \';
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
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \1');
CREATE FUNCTION "sch""ema;"."fun""c$body$;"("p""1)" text DEFAULT 'all: we"ird it''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \') RETURNS text LANGUAGE sql AS 'select ''all: we"ird it''''s back\slash new
line end)" raw)strata" x*/y a//b tri??/graph $$ $body$ semi;colon cont\
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'''')-- -- x /* R"( \n\0 null E''''\'''''''' )strata" )" \1'' -- $$ $function$ $body$ )strata"';
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
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \1') EXECUTE FUNCTION "touch
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
d 100% {brace} 名名名名名名名名名名名名名名名名名名名名名 tab	here  lead and trail  select q'')-- -- x /* R"( \n\0 null E''\'''' )strata" )" \1');
CREATE SEQUENCE "sch""ema;"."seq"" end)""";
