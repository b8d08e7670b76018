CREATE TABLE public.events (at date NOT NULL, kind text, note text) PARTITION BY RANGE (at);
CREATE TABLE public.events_2024 PARTITION OF public.events FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
COMMENT ON COLUMN public.events.kind IS 'of all';
COMMENT ON COLUMN public.events_2024.note IS 'of one';
