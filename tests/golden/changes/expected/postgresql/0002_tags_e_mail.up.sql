-- Version 2, Tags & e-mail, on PostgreSQL: up, from the version before.
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

-- strata: step 2 [expand] [no-transaction] [builds-index posts_is_public_idx]
CREATE INDEX CONCURRENTLY "posts_is_public_idx" ON "posts" ("is_public");

-- strata: step 3 [data]
UPDATE "authors"
SET "email" = 'author' || id || '@example.org'
WHERE "email" IS NULL;

-- strata: step 4 [contract] [no-expand-form rename column posts.author_id]
ALTER TABLE "posts" RENAME COLUMN "writer_id" TO "author_id";

ALTER TABLE "posts" RENAME CONSTRAINT "posts_writer_id_fkey" TO "posts_author_id_fkey";

-- strata: step 5 [contract] [no-transaction] [builds-index authors_email_key]
CREATE UNIQUE INDEX CONCURRENTLY "authors_email_key" ON "authors" ("email");

-- strata: step 6 [contract] [no-expand-form alter column authors.age]
ALTER TABLE "authors" ALTER COLUMN "age" TYPE integer USING age::integer;

-- strata: step 7 [contract]
-- again, for rows that older programs wrote since
UPDATE "authors"
SET "email" = 'author' || id || '@example.org'
WHERE "email" IS NULL;

-- strata: step 8 [contract]
ALTER TABLE "authors"
  ADD CONSTRAINT "strata_not_null_email" CHECK ("email" IS NOT NULL) NOT VALID;

-- strata: step 9 [contract] [no-expand-form alter column posts.title]
ALTER TABLE "posts" ALTER COLUMN "title" TYPE varchar(200);

-- strata: step 10 [contract]
ALTER TABLE "tags"
  ADD CONSTRAINT "tags_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "posts" ("id") ON DELETE CASCADE;

-- strata: step 11 [contract]
ALTER TABLE "authors" VALIDATE CONSTRAINT "strata_not_null_email";

-- strata: step 12 [contract]
ALTER TABLE "authors" ALTER COLUMN "email" SET NOT NULL;

ALTER TABLE "authors" DROP CONSTRAINT "strata_not_null_email";

ALTER TABLE "authors"
  ADD CONSTRAINT "authors_email_key" UNIQUE USING INDEX "authors_email_key";

-- fax is dropped: nobody has one
ALTER TABLE "authors" DROP COLUMN "fax";
