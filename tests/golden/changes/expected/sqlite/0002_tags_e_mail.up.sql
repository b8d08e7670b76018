-- Version 2, Tags & e-mail, on SQLite: up, from the version before.
-- Printed from changes/v2.hpp, which is where to change it. Once version 2 is sealed, this file is
-- what runs: nobody edits it then, and it is not printed again.

-- strata: step 1 [expand]
CREATE TABLE "tags" (
  "post_id" INTEGER NOT NULL,
  "word" TEXT NOT NULL,
  CONSTRAINT "tags_pkey" PRIMARY KEY ("post_id", "word"),
  CONSTRAINT "tags_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "posts" ("id") ON DELETE CASCADE
);

ALTER TABLE "authors" ADD COLUMN "email" TEXT;

-- strata: step 2 [data]
UPDATE "authors"
SET "email" = 'author' || id || '@example.org'
WHERE "email" IS NULL;

-- strata: step 3 [contract] [foreign-keys-off]
ALTER TABLE "posts" RENAME COLUMN "writer_id" TO "author_id";

-- authors is built anew: SQLite cannot alter it in place
-- fax is dropped: nobody has one
CREATE TABLE "authors__strata_new" (
  "id" INTEGER CONSTRAINT "authors_pkey" PRIMARY KEY AUTOINCREMENT,
  "name" TEXT NOT NULL,
  "age" INTEGER,
  "email" TEXT NOT NULL,
  CONSTRAINT "authors_email_key" UNIQUE ("email")
);

INSERT INTO "authors__strata_new" ("id", "name", "age", "email")
SELECT "id", "name", CAST(age AS INTEGER), "email"
FROM "authors";

-- numbers of deleted rows are not given again
DELETE FROM sqlite_sequence WHERE name = 'authors__strata_new';

INSERT INTO sqlite_sequence (name, seq)
SELECT 'authors__strata_new', seq FROM sqlite_sequence WHERE name = 'authors';

DROP TABLE "authors";

ALTER TABLE "authors__strata_new" RENAME TO "authors";

-- posts is built anew: SQLite cannot alter it in place
CREATE TABLE "posts__strata_new" (
  "id" INTEGER CONSTRAINT "posts_pkey" PRIMARY KEY AUTOINCREMENT,
  "author_id" INTEGER NOT NULL,
  "title" TEXT NOT NULL CONSTRAINT "posts_title_check" CHECK (length("title") <= 200),
  "is_public" INTEGER NOT NULL DEFAULT 0 CONSTRAINT "posts_is_public_check" CHECK ("is_public" IN (0, 1)),
  CONSTRAINT "posts_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "authors" ("id")
);

INSERT INTO "posts__strata_new" ("id", "author_id", "title")
SELECT "id", "author_id", "title"
FROM "posts";

-- numbers of deleted rows are not given again
DELETE FROM sqlite_sequence WHERE name = 'posts__strata_new';

INSERT INTO sqlite_sequence (name, seq)
SELECT 'posts__strata_new', seq FROM sqlite_sequence WHERE name = 'posts';

DROP TABLE "posts";

ALTER TABLE "posts__strata_new" RENAME TO "posts";

CREATE INDEX "posts_title_idx" ON "posts" ("title");

CREATE INDEX "posts_is_public_idx" ON "posts" ("is_public");
