CREATE TABLE public.customers (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email character varying(80) NOT NULL,
  since timestamp with time zone DEFAULT now() NOT NULL
);
CREATE UNIQUE INDEX customers_email ON public.customers (lower(email));
CREATE TYPE public.state AS ENUM ('open', 'paid', 'sent');
CREATE TABLE public.orders (
  id bigserial PRIMARY KEY,
  customer integer NOT NULL REFERENCES public.customers ON DELETE CASCADE,
  state public.state DEFAULT 'open' NOT NULL,
  total numeric(14, 2) DEFAULT 0 NOT NULL CHECK (total >= 0)
);
CREATE INDEX orders_open ON public.orders (customer) WHERE state = 'open';
CREATE VIEW public.owing AS SELECT customer, sum(total) AS total FROM public.orders
  WHERE state = 'open' GROUP BY customer;
