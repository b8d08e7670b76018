CREATE TABLE events (id integer NOT NULL, seen date NOT NULL, CONSTRAINT events_pkey PRIMARY KEY (seen, id))
  PARTITION BY RANGE (seen);
CREATE TABLE plain (id integer CONSTRAINT plain_pkey PRIMARY KEY, code text);
CREATE UNIQUE INDEX plain_code ON plain (code);
CREATE TABLE pointing (code text CONSTRAINT pointing_code REFERENCES plain (code));
