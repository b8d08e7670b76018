-- Version 2, Tags & e-mail, on PostgreSQL: down, to the version before.
-- Printed from changes/v2.hpp, which is where to change it. Once version 2 is sealed, this file is
-- what runs: nobody edits it then, and it is not printed again.

-- strata: step 1 [expand]
ALTER TABLE "authors" ADD COLUMN "fax" text;

-- strata: step 2 [contract]
ALTER TABLE "posts" RENAME COLUMN "author_id" TO "writer_id";

ALTER TABLE "posts" RENAME CONSTRAINT "posts_author_id_fkey" TO "posts_writer_id_fkey";

ALTER TABLE "authors" DROP CONSTRAINT "authors_email_key";

-- strata: step 3 [contract]
ALTER TABLE "authors" ALTER COLUMN "age" TYPE text USING age::text;

-- strata: step 4 [contract] [loses-data]
-- email is dropped, and what it holds is lost
ALTER TABLE "authors" DROP COLUMN "email";

-- tags is dropped, and what it holds is lost
DROP TABLE "tags";

-- strata: step 5 [contract] [no-transaction] [drops-index posts_is_public_idx]
DROP INDEX CONCURRENTLY "posts_is_public_idx";

-- strata: step 6 [contract]
ALTER TABLE "posts" ALTER COLUMN "title" TYPE varchar(100);

-- strata: step 7 [contract] [loses-data]
-- is_public is dropped, and what it holds is lost
ALTER TABLE "posts" DROP COLUMN "is_public";
