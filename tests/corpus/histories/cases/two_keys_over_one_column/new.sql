CREATE TABLE other (id integer PRIMARY KEY);
CREATE TABLE workers (id integer PRIMARY KEY, name text NOT NULL);
ALTER TABLE workers ADD CONSTRAINT workers_name_key UNIQUE (name);
ALTER TABLE workers ADD CONSTRAINT constraint_workers_name_unique UNIQUE (name);
ALTER TABLE workers ADD CONSTRAINT workers_id_key UNIQUE (id);
