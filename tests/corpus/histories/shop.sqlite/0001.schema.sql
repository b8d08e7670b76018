CREATE TABLE customers (id INTEGER PRIMARY KEY AUTOINCREMENT, mail VARCHAR(80) NOT NULL, since DATETIME);
CREATE UNIQUE INDEX customers_mail ON customers (mail COLLATE NOCASE);
CREATE TABLE orders (id INTEGER PRIMARY KEY, customer INTEGER NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'paid')), total NUMERIC(10));
CREATE INDEX orders_open ON orders (customer) WHERE state = 'open';
CREATE VIEW owing AS SELECT customer, sum(total) AS total FROM orders WHERE state = 'open' GROUP BY customer;
