-- A shop as it began: loose types, one name that the next step regrets.
CREATE TYPE state AS ENUM ('open', 'paid');
CREATE TABLE clients (
    id serial PRIMARY KEY,
    mail varchar(80) NOT NULL UNIQUE,
    address text
);
CREATE TABLE goods (
    code varchar(12) PRIMARY KEY,
    title text NOT NULL,
    price text NOT NULL,
    seen_from text
);
CREATE TABLE orders (
    id serial PRIMARY KEY,
    client_id integer NOT NULL REFERENCES clients (id),
    good_code varchar(12) NOT NULL REFERENCES goods (code),
    state state NOT NULL,
    placed_at timestamp with time zone DEFAULT now()
);
CREATE VIEW unpaid AS SELECT id, client_id FROM orders WHERE state = 'open';
CREATE TABLE scratch (note text);
