CREATE UNLOGGED TABLE notes (id integer CONSTRAINT first_key PRIMARY KEY, body text UNIQUE);
CREATE INDEX first_by_body ON notes (body, id);
