CREATE TYPE span AS RANGE (subtype = float8);
CREATE TABLE spans (id integer PRIMARY KEY, over span);
