CREATE TABLE a (id integer, kind text, CONSTRAINT a_pkey PRIMARY KEY (id, kind)) PARTITION BY LIST (kind);
CREATE TABLE b (id integer, kind text, CONSTRAINT b_pkey PRIMARY KEY (id, kind),
  CONSTRAINT b_a FOREIGN KEY (id, kind) REFERENCES a) PARTITION BY LIST (kind);
ALTER TABLE a ADD CONSTRAINT a_b FOREIGN KEY (id, kind) REFERENCES b;
