CREATE TYPE public.level AS ENUM ('low', 'high');
CREATE TABLE public.sessions (id integer, at public.level DEFAULT 'low');
CREATE FUNCTION public.next(l public.level DEFAULT 'low') RETURNS public.level LANGUAGE sql AS 'select l';
CREATE VIEW public.nexts AS SELECT id, public.next(at) AS n FROM public.sessions;
COMMENT ON FUNCTION public.next(public.level) IS 'the one after it';
