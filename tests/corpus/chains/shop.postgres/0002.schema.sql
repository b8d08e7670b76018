CREATE TYPE state AS ENUM ('open', 'paid');
CREATE TABLE customers (
    id integer NOT NULL,
    mail varchar(80) NOT NULL,
    address text,
    CONSTRAINT clients_pkey PRIMARY KEY (id),
    CONSTRAINT clients_mail_key UNIQUE (mail)
);
CREATE SEQUENCE clients_id_seq AS integer OWNED BY customers.id;
ALTER TABLE customers ALTER COLUMN id SET DEFAULT nextval('clients_id_seq');
CREATE TABLE goods (
    code varchar(12) PRIMARY KEY,
    title text NOT NULL,
    price text NOT NULL,
    seen_from text
);
CREATE TABLE orders (
    id serial PRIMARY KEY,
    client_id integer NOT NULL REFERENCES customers (id),
    good_code varchar(12) NOT NULL REFERENCES goods (code),
    state state NOT NULL,
    placed_at timestamp with time zone DEFAULT now()
);
CREATE VIEW unpaid AS SELECT id, client_id FROM orders WHERE state = 'open';
CREATE TABLE scratch (note text);
