CREATE TABLE things (id integer NOT NULL, kind text NOT NULL, note text) PARTITION BY LIST (kind);
CREATE TABLE things_a PARTITION OF things FOR VALUES IN ('a');
CREATE UNIQUE INDEX things_pkey ON things (id, kind);
CREATE INDEX things_note ON things (note);
CREATE INDEX things_a_id_note ON things_a (id, note);
CREATE TABLE kinds (name text PRIMARY KEY);
