CREATE TABLE people (id INTEGER PRIMARY KEY, mail TEXT NOT NULL, nick VARCHAR(20));
CREATE TABLE notes (id INTEGER PRIMARY KEY, person INTEGER NOT NULL REFERENCES people (id) ON DELETE SET NULL, ghost INT REFERENCES ghosts (id), spirit REFERENCES ghosts, by_nick TEXT REFERENCES people (nick), UNIQUE (id), UNIQUE (person), UNIQUE (person), FOREIGN KEY (person) REFERENCES people (id));
CREATE TABLE keyless (a INT, FOREIGN KEY (a) REFERENCES other_keyless);
CREATE TABLE other_keyless (b INT);
CREATE VIEW addresses (number, "mail of one") AS SELECT id, mail FROM people;
