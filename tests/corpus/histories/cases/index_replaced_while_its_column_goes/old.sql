CREATE TABLE inputs (id integer PRIMARY KEY, build integer NOT NULL, md5 text NOT NULL, note text);
CREATE UNIQUE INDEX inputs_once ON inputs (build, md5);
CREATE INDEX inputs_noted ON inputs (build) WHERE note IS NOT NULL;

-- The name of the column that goes is another's at once.
CREATE TABLE outputs (id integer PRIMARY KEY, build integer NOT NULL, md5 text NOT NULL, sha256 text NOT NULL);
CREATE UNIQUE INDEX outputs_once ON outputs (build, md5);

-- What goes is generated from what changes.
CREATE TABLE logs (id integer, line text, size integer GENERATED ALWAYS AS (length(line)) STORED);
CREATE INDEX logs_size ON logs (size);
INSERT INTO inputs VALUES (1, 1, 'a', NULL), (2, 1, 'b', 'x');
INSERT INTO outputs VALUES (1, 1, 'a', 'b');
INSERT INTO logs VALUES (1, 'abc');
