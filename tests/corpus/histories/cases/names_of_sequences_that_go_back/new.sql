CREATE TABLE public.notes (id serial, n integer NOT NULL GENERATED ALWAYS AS IDENTITY);
CREATE TABLE public.switched (id serial);
