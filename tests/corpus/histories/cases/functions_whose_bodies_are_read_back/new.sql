CREATE TABLE public.posts (id integer, body varchar(20), old_title text, kept text);
CREATE FUNCTION public.read_all() RETURNS bigint LANGUAGE sql
BEGIN ATOMIC
 SELECT count(*) FROM public.posts WHERE body <> '' AND old_title IS NULL;
END;
CREATE FUNCTION public.same(q text) RETURNS bigint LANGUAGE sql
BEGIN ATOMIC
 SELECT count(*) FROM public.posts WHERE body = q;
END;
CREATE FUNCTION public.caller() RETURNS bigint LANGUAGE sql RETURN public.read_all() + 1;
CREATE VIEW public.counts AS SELECT public.caller() AS n;
CREATE TABLE public.gone (id integer);
CREATE FUNCTION public.of_gone() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(*) FROM public.gone; END;
CREATE FUNCTION public.who(a integer) RETURNS integer LANGUAGE sql AS 'select 1';
CREATE TABLE public.uses (id integer DEFAULT public.who(3));
