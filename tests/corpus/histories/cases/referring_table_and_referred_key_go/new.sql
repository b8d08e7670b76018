CREATE TABLE public.owners (id bigint NOT NULL, at date NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE public.owners_1 PARTITION OF public.owners DEFAULT;
