CREATE TABLE pages (id integer PRIMARY KEY, path text);
CREATE UNIQUE INDEX CONCURRENTLY pages_path ON pages USING btree (path) INCLUDE (id) WHERE id > 0;
