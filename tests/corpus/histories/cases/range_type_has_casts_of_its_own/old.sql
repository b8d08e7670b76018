CREATE TABLE spans (id integer PRIMARY KEY);
