CREATE TABLE public.posts (
    body varchar(100), words tsvector GENERATED ALWAYS AS (to_tsvector('simple', (body)::text)) STORED,
    n bigint, twice bigint GENERATED ALWAYS AS (n * 3) STORED
);
CREATE INDEX found ON public.posts USING gin (words) WITH (fastupdate = off);
CREATE INDEX doubled ON public.posts (twice DESC);
