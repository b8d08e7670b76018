-- Version 1, on PostgreSQL: down, to the version before.
-- Printed from changes/v1.hpp, which is where to change it. Once version 1 is sealed, this file is
-- what runs: nobody edits it then, and it is not printed again.

-- strata: step 1 [contract] [loses-data]
-- posts is dropped, and what it holds is lost
DROP TABLE "posts";

-- authors is dropped, and what it holds is lost
DROP TABLE "authors";
