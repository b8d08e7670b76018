CREATE TABLE public.customers (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  mail character varying(80) NOT NULL,
  since timestamp without time zone DEFAULT now() NOT NULL
);
CREATE UNIQUE INDEX customers_mail ON public.customers (lower(mail));
