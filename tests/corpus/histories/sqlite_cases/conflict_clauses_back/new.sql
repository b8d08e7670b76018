CREATE TABLE pages (id INTEGER PRIMARY KEY, url TEXT NOT NULL, title TEXT, seen TEXT DEFAULT (datetime( 'now', 'localtime' )));
CREATE TABLE tags (page INT NOT NULL, tag TEXT NOT NULL, note TEXT, PRIMARY KEY (page, tag)) WITHOUT ROWID;
CREATE TABLE words (word TEXT UNIQUE, said int default current_timestamp);
