CREATE TYPE state AS ENUM ('open', 'paid', 'lost');
CREATE TABLE customers (
    id integer NOT NULL,
    email varchar(80) NOT NULL,
    token uuid NOT NULL UNIQUE,
    CONSTRAINT clients_pkey PRIMARY KEY (id),
    CONSTRAINT clients_mail_key UNIQUE (email)
);
CREATE SEQUENCE clients_id_seq AS integer OWNED BY customers.id;
ALTER TABLE customers ALTER COLUMN id SET DEFAULT nextval('clients_id_seq');
CREATE TABLE goods (
    code varchar(12) PRIMARY KEY,
    title text NOT NULL,
    price integer NOT NULL,
    seen_from inet,
    slug text NOT NULL DEFAULT '' UNIQUE
);
CREATE TABLE orders (
    id serial PRIMARY KEY,
    customer_id integer NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
    good_code varchar(12) NOT NULL REFERENCES goods (code),
    earlier_id integer NOT NULL REFERENCES orders (id),
    state state NOT NULL,
    placed_at timestamp with time zone DEFAULT now()
);
CREATE INDEX orders_by_customer ON orders (customer_id, placed_at DESC);
CREATE VIEW unpaid AS SELECT id, customer_id, placed_at FROM orders WHERE state <> 'paid';
