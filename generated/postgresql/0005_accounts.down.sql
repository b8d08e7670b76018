-- Version 5, accounts, on PostgreSQL: down, to the version before.
-- Printed from schema/v5.hpp, which is where to change it. Once version 5 is sealed, this file is
-- what runs: nobody edits it then, and it is not printed again.

-- strata: step 1 [contract] [loses-data]
-- role_permissions is dropped, and what it holds is lost
DROP TABLE "role_permissions";

-- permissions is dropped, and what it holds is lost
DROP TABLE "permissions";

-- user_roles is dropped, and what it holds is lost
DROP TABLE "user_roles";

-- roles is dropped, and what it holds is lost
DROP TABLE "roles";

-- users is dropped, and what it holds is lost
DROP TABLE "users";
