CREATE TABLE public.t (id serial PRIMARY KEY);
COMMENT ON SEQUENCE public.t_id_seq IS 'counts';
