CREATE TABLE runs (id integer, place bigint DEFAULT 0 NOT NULL);
CREATE SEQUENCE runs_place_seq AS smallint OWNED BY runs.place;
CREATE SEQUENCE run_order OWNED BY runs.place;
ALTER TABLE runs ALTER COLUMN place SET DEFAULT nextval('run_order');
