CREATE TABLE public.kept (a integer);
