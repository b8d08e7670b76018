CREATE TABLE public.owners (id bigint NOT NULL, at date NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE public.owners_1 PARTITION OF public.owners DEFAULT;
ALTER TABLE public.owners ADD CONSTRAINT owners_pkey PRIMARY KEY (id, at);
CREATE TABLE public.things (id bigint, at date);
ALTER TABLE public.things ADD CONSTRAINT things_fkey FOREIGN KEY (id, at) REFERENCES public.owners(id, at);
