-- Version 5, accounts, on SQLite: down, to the version before.
-- Printed from schema/v5.hpp, which is where to change it. Once version 5 is sealed, this file is
-- what runs: nobody edits it then, and it is not printed again.

-- strata: step 1 [contract] [foreign-keys-off] [loses-data]
-- permissions is dropped, and what it holds is lost
DROP TABLE "permissions";

-- role_permissions is dropped, and what it holds is lost
DROP TABLE "role_permissions";

-- roles is dropped, and what it holds is lost
DROP TABLE "roles";

-- user_roles is dropped, and what it holds is lost
DROP TABLE "user_roles";

-- users is dropped, and what it holds is lost
DROP TABLE "users";
