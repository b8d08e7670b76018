-- Version 1, on SQLite: up, from the version before.
-- Printed from changes/v1.hpp, which is where to change it. Once version 1 is sealed, this file is
-- what runs: nobody edits it then, and it is not printed again.

-- strata: step 1 [expand]
CREATE TABLE "authors" (
  "id" INTEGER CONSTRAINT "authors_pkey" PRIMARY KEY AUTOINCREMENT,
  "name" TEXT NOT NULL,
  "age" TEXT,
  "fax" TEXT
);

CREATE TABLE "posts" (
  "id" INTEGER CONSTRAINT "posts_pkey" PRIMARY KEY AUTOINCREMENT,
  "writer_id" INTEGER NOT NULL,
  "title" TEXT NOT NULL CONSTRAINT "posts_title_check" CHECK (length("title") <= 100),
  CONSTRAINT "posts_writer_id_fkey" FOREIGN KEY ("writer_id") REFERENCES "authors" ("id")
);

CREATE INDEX "posts_title_idx" ON "posts" ("title");
