-- Version 2, Tags & e-mail, on SQLite: down, to the version before.
-- Printed from changes/v2.hpp, which is where to change it. Once version 2 is sealed, this file is
-- what runs: nobody edits it then, and it is not printed again.

-- strata: step 1 [contract] [foreign-keys-off] [loses-data]
ALTER TABLE "posts" RENAME COLUMN "author_id" TO "writer_id";

-- authors is built anew: SQLite cannot alter it in place
-- email is dropped, and what it holds is lost
CREATE TABLE "authors__strata_new" (
  "id" INTEGER CONSTRAINT "authors_pkey" PRIMARY KEY AUTOINCREMENT,
  "name" TEXT NOT NULL,
  "age" TEXT,
  "fax" TEXT
);

INSERT INTO "authors__strata_new" ("id", "name", "age")
SELECT "id", "name", CAST(age AS TEXT)
FROM "authors";

-- numbers of deleted rows are not given again
DELETE FROM sqlite_sequence WHERE name = 'authors__strata_new';

INSERT INTO sqlite_sequence (name, seq)
SELECT 'authors__strata_new', seq FROM sqlite_sequence WHERE name = 'authors';

DROP TABLE "authors";

ALTER TABLE "authors__strata_new" RENAME TO "authors";

-- posts is built anew: SQLite cannot alter it in place
-- is_public is dropped, and what it holds is lost
CREATE TABLE "posts__strata_new" (
  "id" INTEGER CONSTRAINT "posts_pkey" PRIMARY KEY AUTOINCREMENT,
  "writer_id" INTEGER NOT NULL,
  "title" TEXT NOT NULL CONSTRAINT "posts_title_check" CHECK (length("title") <= 100),
  CONSTRAINT "posts_writer_id_fkey" FOREIGN KEY ("writer_id") REFERENCES "authors" ("id")
);

INSERT INTO "posts__strata_new" ("id", "writer_id", "title")
SELECT "id", "writer_id", "title"
FROM "posts";

-- numbers of deleted rows are not given again
DELETE FROM sqlite_sequence WHERE name = 'posts__strata_new';

INSERT INTO sqlite_sequence (name, seq)
SELECT 'posts__strata_new', seq FROM sqlite_sequence WHERE name = 'posts';

DROP TABLE "posts";

ALTER TABLE "posts__strata_new" RENAME TO "posts";

CREATE INDEX "posts_title_idx" ON "posts" ("title");

-- tags is dropped, and what it holds is lost
DROP TABLE "tags";
