CREATE TABLE accounts (id integer PRIMARY KEY, balance numeric(12, 2), opened date);
CREATE VIEW balances AS SELECT id, balance FROM accounts;
GRANT SELECT ON balances TO corpus_reader;
GRANT SELECT (id, opened), UPDATE (balance) ON accounts TO corpus_reader;
CREATE POLICY seen ON accounts FOR SELECT TO corpus_reader USING (balance > 1);
