CREATE TABLE events (id integer NOT NULL, seen date NOT NULL, CONSTRAINT events_key PRIMARY KEY (seen, id))
  PARTITION BY RANGE (seen);
CREATE TABLE plain (id integer CONSTRAINT plain_key PRIMARY KEY, code text);
CREATE UNIQUE INDEX plain_code ON plain (code) INCLUDE (id);
CREATE TABLE pointing (code text CONSTRAINT pointing_code REFERENCES plain (code));
