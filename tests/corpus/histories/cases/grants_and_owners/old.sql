CREATE TABLE accounts (id integer PRIMARY KEY, balance integer);
CREATE VIEW balances AS SELECT id, balance FROM accounts;
GRANT SELECT ON balances TO corpus_reader;
GRANT SELECT (id), UPDATE (balance) ON accounts TO corpus_reader;
CREATE POLICY seen ON accounts FOR SELECT TO corpus_reader USING (balance > 0);
