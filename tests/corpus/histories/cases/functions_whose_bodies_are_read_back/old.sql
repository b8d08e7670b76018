CREATE TABLE public.posts (id integer, body text, kept text, title text);
CREATE FUNCTION public.read_all() RETURNS bigint LANGUAGE sql
BEGIN ATOMIC
 SELECT count(*) FROM public.posts WHERE body <> '' AND title IS NULL;
END;
CREATE FUNCTION public.same(q text) RETURNS bigint LANGUAGE sql
BEGIN ATOMIC
 SELECT count(*) FROM public.posts WHERE body = q;
END;
CREATE FUNCTION public.caller() RETURNS bigint LANGUAGE sql RETURN public.read_all() + 2;
CREATE VIEW public.counts AS SELECT public.caller() AS n;
CREATE FUNCTION public.who(a integer, b integer DEFAULT 2) RETURNS integer LANGUAGE sql AS 'select 1';
CREATE TABLE public.uses (id integer DEFAULT public.who(3));
