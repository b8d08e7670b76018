CREATE TABLE notes (id integer CONSTRAINT key PRIMARY KEY, body text CONSTRAINT once UNIQUE);
CREATE INDEX by_body ON notes (body, id);
