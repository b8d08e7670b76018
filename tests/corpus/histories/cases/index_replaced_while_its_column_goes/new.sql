CREATE TABLE inputs (id integer PRIMARY KEY, build bigint NOT NULL, digest text);
CREATE UNIQUE INDEX inputs_once ON inputs (build, digest);
CREATE INDEX inputs_noted ON inputs (build) WHERE digest IS NOT NULL;

CREATE TABLE outputs (id integer PRIMARY KEY, build bigint NOT NULL, md5 bytea);
CREATE UNIQUE INDEX outputs_once ON outputs (build, md5);

CREATE TABLE logs (id integer, line varchar(80));
CREATE INDEX logs_size ON logs (line);
