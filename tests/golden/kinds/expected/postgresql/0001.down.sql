-- Version 1, on PostgreSQL: down, to the version before.
-- Printed from kinds/v1.hpp, which is where to change it. Once version 1 is sealed, this file is
-- what runs: nobody edits it then, and it is not printed again.

-- strata: step 1 [contract] [loses-data]
-- customers is dropped, and what it holds is lost
DROP TABLE "customers";

-- managers is dropped, and what it holds is lost
DROP TABLE "managers";

-- notes_only is dropped, and what it holds is lost
DROP TABLE "notes_only";

-- order_year_2024 is dropped, and what it holds is lost
DROP TABLE "order_year_2024";

-- orders is dropped, and what it holds is lost
DROP TABLE "orders";

-- people is dropped, and what it holds is lost
DROP TABLE "people";

DROP SEQUENCE "order_numbers";

DROP AGGREGATE "product"(double precision);

DROP FUNCTION "touch"();

DROP FUNCTION "touch"(a integer);

DROP TYPE "address";

DROP DOMAIN "email";

DROP TYPE "span";

DROP SCHEMA "reports";
