-- Version 2, on PostgreSQL: down, to the version before.
-- Printed from kinds/v2.hpp, which is where to change it. Once version 2 is sealed, this file is
-- what runs: nobody edits it then, and it is not printed again.

-- strata: step 1 [expand]
CREATE RULE "keep" AS
  ON DELETE TO "people"
  DO INSTEAD NOTHING;

CREATE STATISTICS "by_mail" (ndistinct, mcv)
  ON mail, note FROM "customers";
ALTER STATISTICS "by_mail" SET STATISTICS 200;

-- strata: step 2 [contract] [loses-data]
ALTER SEQUENCE "invoice_numbers" RENAME TO "order_numbers";

ALTER POLICY "own_rows" ON "customers" TO "pg_monitor"
  USING (mail = current_user);

COMMENT ON POLICY "own_rows" ON "customers" IS 'nobody else''s';

ALTER TABLE "customers" SET (fillfactor = 80);
ALTER TABLE "customers" NO FORCE ROW LEVEL SECURITY;

-- order_year_2025 is dropped, and what it holds is lost
DROP TABLE "order_year_2025";
