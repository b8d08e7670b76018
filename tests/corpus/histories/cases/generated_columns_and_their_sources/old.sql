CREATE TABLE public.posts (
    a_source text, body text, words tsvector GENERATED ALWAYS AS (to_tsvector('english', body)) STORED,
    z_length integer GENERATED ALWAYS AS (length(a_source)) STORED,
    size integer GENERATED ALWAYS AS (length(body)) STORED,
    n bigint, twice bigint GENERATED ALWAYS AS (n * 2) STORED
);
CREATE INDEX found ON public.posts USING gin (words);
CREATE INDEX doubled ON public.posts (twice);
