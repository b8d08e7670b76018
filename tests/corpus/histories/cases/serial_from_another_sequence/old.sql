CREATE TABLE runs (id integer, place smallserial);
