CREATE TABLE public.t (a integer NOT NULL, b text);
ALTER TABLE ONLY public.t ADD CONSTRAINT t_pkey PRIMARY KEY (a) WITH (fillfactor='70');
ALTER TABLE ONLY public.t ADD CONSTRAINT t_b_key UNIQUE NULLS NOT DISTINCT (b) INCLUDE (a) WITH (fillfactor='60');
