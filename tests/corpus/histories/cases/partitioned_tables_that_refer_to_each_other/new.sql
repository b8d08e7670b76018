CREATE TABLE a (id integer, kind text, CONSTRAINT a_pkey PRIMARY KEY (id, kind));
CREATE TABLE b (id integer, kind text, CONSTRAINT b_pkey PRIMARY KEY (id, kind),
  CONSTRAINT b_a FOREIGN KEY (id, kind) REFERENCES a);
ALTER TABLE a ADD CONSTRAINT a_b FOREIGN KEY (id, kind) REFERENCES b;
