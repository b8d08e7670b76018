CREATE TABLE logs (id integer PRIMARY KEY, kind text) PARTITION BY RANGE (id);
CREATE TABLE hits (id integer, kind text);
CREATE TABLE hits_a (id integer, kind text);
CREATE MATERIALIZED VIEW counted AS SELECT count(*) AS all FROM logs;
