CREATE TABLE logs (id integer PRIMARY KEY, kind text);
CREATE TABLE hits (id integer, kind text) PARTITION BY LIST (kind);
CREATE TABLE hits_a PARTITION OF hits FOR VALUES IN ('a');
CREATE MATERIALIZED VIEW counted AS SELECT count(*) AS all FROM logs;
