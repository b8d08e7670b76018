CREATE TABLE public.customers (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email character varying(80) NOT NULL,
  since timestamp with time zone DEFAULT now() NOT NULL
);
CREATE UNIQUE INDEX customers_email ON public.customers (lower(email));
CREATE TYPE public.state AS ENUM ('open', 'paid', 'sent');
CREATE SEQUENCE public.orders_id_seq;
CREATE TABLE public.purchases (
  number bigint NOT NULL DEFAULT nextval('public.orders_id_seq'), CONSTRAINT orders_pkey PRIMARY KEY (number),
  customer integer NOT NULL CONSTRAINT orders_customer_fkey REFERENCES public.customers ON DELETE CASCADE,
  state public.state DEFAULT 'open' NOT NULL,
  total numeric(14, 2) DEFAULT 0 NOT NULL CONSTRAINT orders_total_check CHECK (total >= 0)
);
ALTER SEQUENCE public.orders_id_seq OWNED BY public.purchases.number;
CREATE INDEX purchases_open ON public.purchases (customer) WHERE state = 'open';
CREATE VIEW public.owing AS SELECT customer, sum(total) AS total FROM public.purchases
  WHERE state = 'open' GROUP BY customer;
CREATE FUNCTION public.noted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$;
CREATE TRIGGER noted BEFORE UPDATE ON public.purchases FOR EACH ROW EXECUTE FUNCTION public.noted();
COMMENT ON TABLE public.purchases IS 'What was bought.';
CREATE DOMAIN public.cents AS bigint CHECK (VALUE >= 0);
CREATE TABLE public.shipments (purchase bigint NOT NULL REFERENCES public.purchases, sent date NOT NULL,
  cost public.cents DEFAULT 0) PARTITION BY RANGE (sent);
CREATE TABLE public.shipments_2026 PARTITION OF public.shipments FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
