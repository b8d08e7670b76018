CREATE TABLE notes (id text, body text);
