CREATE TABLE things (id integer NOT NULL, kind text NOT NULL) PARTITION BY LIST (kind);
CREATE TABLE things_a PARTITION OF things FOR VALUES IN ('a');
ALTER TABLE things ADD CONSTRAINT things_pkey PRIMARY KEY (id, kind);
CREATE INDEX things_kind ON things (kind);
CREATE TABLE kinds (name text PRIMARY KEY);
ALTER TABLE things ADD CONSTRAINT things_kind_fkey FOREIGN KEY (kind) REFERENCES kinds;
ALTER TABLE things ADD CONSTRAINT things_id_check CHECK (id > 0);
