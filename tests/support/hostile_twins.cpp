// One block, so that a thousand functions take a second.
#include "tests/support/hostile_twins.hpp"

namespace strata::testing {
namespace {

// `better` maps a type of the server's function to those that a caller's value may have instead.
constexpr std::string_view functions = R"(
DO $plant$
DECLARE
  f record;
  twin text[];
  v integer;
BEGIN
  FOR f IN SELECT DISTINCT ON (p.proname, p.proargtypes) p.proname, p.proargtypes::oid[] AS types,
      format_type(p.prorettype, NULL) AS returns, p.proretset
    FROM pg_proc p WHERE p.pronamespace = 'pg_catalog'::regnamespace AND p.prokind IN ('f', 'a')
      AND p.provariadic = 0 AND p.pronargs BETWEEN 0 AND 4
      AND NOT EXISTS (SELECT FROM unnest(p.proargtypes) a JOIN pg_type t ON t.oid = a
        WHERE t.typtype = 'p' AND t.typname NOT IN ('anyarray', 'anyelement', 'anynonarray'))
      AND NOT EXISTS (SELECT FROM pg_type t WHERE t.oid = p.prorettype AND t.typtype = 'p')
  LOOP
    FOR v IN 0 .. 3 LOOP
      SELECT coalesce(array_agg(CASE
          WHEN t.typname = 'text' THEN (ARRAY['text', 'name', 'varchar', '"char"'])[v + 1]
          WHEN t.typname = 'anyarray' THEN (ARRAY['name[]', 'text[]', 'int2[]', 'oid[]'])[v + 1]
          WHEN t.typname IN ('anyelement', 'anynonarray')
            THEN (ARRAY['name', 'text', 'bigint', 'oid'])[v + 1]
          WHEN t.typname = 'oid' THEN (ARRAY['oid', 'regclass', 'integer', 'regtype'])[v + 1]
          WHEN t.typname = 'int8' THEN (ARRAY['int8', 'int4', 'int2', 'oid'])[v + 1]
          WHEN t.typname = 'regclass' THEN (ARRAY['regclass', 'oid', 'text', 'name'])[v + 1]
          ELSE format_type(t.oid, NULL) END ORDER BY n), '{}')
        INTO twin FROM unnest(f.types) WITH ORDINALITY AS a (type, n) JOIN pg_type t ON t.oid = a.type;
      BEGIN
        EXECUTE format('CREATE FUNCTION public.%I(%s) RETURNS %s LANGUAGE plpgsql AS %L', f.proname,
          array_to_string(twin, ', '), CASE WHEN f.proretset THEN 'SETOF ' ELSE '' END || f.returns,
          format('BEGIN RAISE EXCEPTION %L; END', 'hostile: function ' || f.proname));
      EXCEPTION WHEN OTHERS THEN NULL; -- That one there is already, or no such type can be returned.
      END;
    END LOOP;
  END LOOP;
END $plant$;
)";

constexpr std::string_view operators = R"(
DO $plant$
DECLARE
  types text[] := ARRAY['text', 'varchar', 'name', '"char"', 'oid', 'regclass', 'int2', 'int4', 'int8',
    'jsonb', 'regnamespace', 'regtype', 'boolean'];
  o record;
  one text;
  other text;
BEGIN
  FOR o IN SELECT * FROM (VALUES ('=', 'boolean'), ('<>', 'boolean'), ('<', 'boolean'),
      ('>', 'boolean'), ('>=', 'boolean'), ('<=', 'boolean'), ('||', 'text'), ('~', 'boolean'),
      ('!~', 'boolean'), ('~~', 'boolean'), ('->>', 'text'), ('->', 'jsonb'), ('+', 'bigint'),
      ('-', 'bigint')) AS v (name, returns)
  LOOP
    FOREACH one IN ARRAY types LOOP
      FOREACH other IN ARRAY types LOOP
        -- A migration of the tests, which is not Strata's own statement, uses that one.
        CONTINUE WHEN o.name = '||' AND 'int8' IN (one, other);
        EXECUTE format('CREATE FUNCTION public.%I(a %s, b %s) RETURNS %s LANGUAGE plpgsql AS %L',
          'hostile ' || o.name, one, other, o.returns,
          format('BEGIN RAISE EXCEPTION %L; END', format('hostile: operator %s (%s, %s)', o.name, one,
            other)));
        EXECUTE format('CREATE OPERATOR public.%s (FUNCTION = public.%I, LEFTARG = %s, RIGHTARG = %s)',
          o.name, 'hostile ' || o.name, one, other);
      END LOOP;
    END LOOP;
  END LOOP;
END $plant$;
)";

constexpr std::string_view relations_and_types = R"(
CREATE FUNCTION public."hostile relation"(name text) RETURNS boolean LANGUAGE plpgsql AS
  $$BEGIN RAISE EXCEPTION 'hostile: %', name; END$$;
DO $plant$
DECLARE
  c record;
BEGIN
  FOR c IN SELECT relname, (SELECT string_agg(quote_ident(attname), ', ') FROM pg_attribute
      WHERE attrelid = pg_class.oid AND attnum > 0 AND atttypid <> 'anyarray'::regtype) AS columns
    FROM pg_class WHERE relnamespace = 'pg_catalog'::regnamespace
    AND relkind IN ('r', 'v') AND relname !~ '^pg_statistic'
  LOOP
    EXECUTE format('CREATE VIEW public.%I AS SELECT %s FROM pg_catalog.%I '
      'WHERE public."hostile relation"(%L)', c.relname, c.columns, c.relname, c.relname);
  END LOOP;
  FOR c IN SELECT unnest(ARRAY['text', 'name', 'int8', 'oid', 'jsonb', 'regclass']) AS name LOOP
    EXECUTE format('CREATE DOMAIN public.%I AS pg_catalog.%I CHECK (public."hostile relation"(%L))',
      c.name, c.name, c.name);
  END LOOP;
END $plant$;
)";

// What belongs to an extension is not read: the tool knows no operators.
constexpr std::string_view give_to_extension = R"(
DO $plant$
DECLARE
  o record;
BEGIN
  FOR o IN SELECT 'OPERATOR ' || oid::regoperator AS name FROM pg_operator
      WHERE oprnamespace = 'public'::regnamespace
    UNION ALL SELECT 'FUNCTION ' || oid::regprocedure FROM pg_proc
      WHERE pronamespace = 'public'::regnamespace
    UNION ALL SELECT 'VIEW public.' || quote_ident(relname) FROM pg_class v
      WHERE relnamespace = 'public'::regnamespace AND relkind = 'v' AND EXISTS (SELECT FROM pg_class s
        WHERE s.relname = v.relname AND s.relnamespace = 'pg_catalog'::regnamespace)
    UNION ALL SELECT 'DOMAIN public.' || quote_ident(typname) FROM pg_type
      WHERE typnamespace = 'public'::regnamespace AND typtype = 'd'
  LOOP
    EXECUTE 'ALTER EXTENSION plpgsql ADD ' || o.name;
  END LOOP;
END $plant$;
)";

} // namespace

void plant_hostile_twins(session& in) {
  in.execute("SET search_path = pg_catalog");
  in.execute(functions);
  in.execute(operators);
  in.execute(relations_and_types);
  in.execute(give_to_extension);
}

} // namespace strata::testing
