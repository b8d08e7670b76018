-- Version 1, every kind, on SQLite: down, to the version before.
-- Printed from objects/v1.hpp, which is where to change it. Once version 1 is sealed, this file is
-- what runs: nobody edits it then, and it is not printed again.

-- strata: step 1 [contract] [foreign-keys-off] [loses-data]
DROP VIEW "open_sites";

-- cameras is dropped, and what it holds is lost
DROP TABLE "cameras";

-- kinds is dropped, and what it holds is lost
DROP TABLE "kinds";

-- sites is dropped, and what it holds is lost
DROP TABLE "sites";
