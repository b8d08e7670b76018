-- What an interrupted change left behind, and what is called so by chance.
CREATE TABLE t (a integer, b integer);
CREATE INDEX i ON t (a);
CREATE INDEX i__strata_old ON t (b);
CREATE TABLE k (a integer, CONSTRAINT k_u UNIQUE (a));
CREATE TABLE k_u__strata_new (x integer);
CREATE TYPE e AS ENUM ('a', 'b');
CREATE TABLE e__strata_new (e e);
CREATE TABLE n (a integer, CONSTRAINT strata_not_null_a CHECK (a > 0));
CREATE TABLE p (a integer, b integer) PARTITION BY RANGE (a);
CREATE TABLE p_one PARTITION OF p FOR VALUES FROM (0) TO (9);
CREATE TABLE p__strata_rows (x integer);
CREATE TABLE p_one__strata_old (x integer);
CREATE VIEW p__strata_old AS SELECT x FROM p__strata_rows;
