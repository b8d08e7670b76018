-- Version 2, Tags & e-mail, on PostgreSQL: up in one transaction, for a database in which nobody else works.
-- Printed from changes/v2.hpp, which is where to change it. Once version 2 is sealed, this file is
-- what runs: nobody edits it then, and it is not printed again.

-- strata: step 1 [expand]
CREATE TABLE "tags" (
  "post_id" bigint NOT NULL,
  "word" text NOT NULL,
  CONSTRAINT "tags_pkey" PRIMARY KEY ("post_id", "word")
);

ALTER TABLE "authors" ADD COLUMN "email" text;

ALTER TABLE "posts" ADD COLUMN "is_public" boolean NOT NULL DEFAULT FALSE;

CREATE INDEX "posts_is_public_idx" ON "posts" ("is_public");

UPDATE "authors"
SET "email" = 'author' || id || '@example.org'
WHERE "email" IS NULL;

ALTER TABLE "posts" RENAME COLUMN "writer_id" TO "author_id";

ALTER TABLE "posts" RENAME CONSTRAINT "posts_writer_id_fkey" TO "posts_author_id_fkey";

ALTER TABLE "authors"
  ADD CONSTRAINT "authors_email_key" UNIQUE ("email");

ALTER TABLE "authors" ALTER COLUMN "age" TYPE integer USING age::integer;

ALTER TABLE "posts" ALTER COLUMN "title" TYPE varchar(200);

ALTER TABLE "tags"
  ADD CONSTRAINT "tags_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "posts" ("id") ON DELETE CASCADE;

ALTER TABLE "authors" ALTER COLUMN "email" SET NOT NULL;

-- fax is dropped: nobody has one
ALTER TABLE "authors" DROP COLUMN "fax";
