CREATE FUNCTION public.touch() RETURNS trigger LANGUAGE plpgsql AS 'begin return new; end';
CREATE TABLE public.kept (id integer);
CREATE TRIGGER touch BEFORE INSERT ON public.kept FOR EACH ROW EXECUTE FUNCTION public.touch();
CREATE VIEW public.moods AS SELECT id FROM public.kept;
