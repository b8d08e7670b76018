-- Version 3, confidence, on PostgreSQL: up in one transaction, for a database in which nobody else works.
-- Printed from schema/v3.hpp, which is where to change it. Once version 3 is sealed, this file is
-- what runs: nobody edits it then, and it is not printed again.

-- strata: step 1 [expand]
ALTER TABLE "detection_records" ADD COLUMN "confidence" double precision;

COMMENT ON COLUMN "detection_records"."confidence" IS 'of the label, from 0 to 1';

UPDATE "detection_records"
SET "confidence" = coalesce((bounding_box ->> 'confidence')::double precision, 0)
WHERE "confidence" IS NULL;

ALTER TABLE "detection_records"
  ADD CONSTRAINT "detection_records_confidence_range" CHECK (confidence BETWEEN 0 AND 1);

ALTER TABLE "detection_records" ALTER COLUMN "confidence" SET NOT NULL;
