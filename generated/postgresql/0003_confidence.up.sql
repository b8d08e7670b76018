-- Version 3, confidence, on PostgreSQL: up, from the version before.
-- Printed from schema/v3.hpp, which is where to change it. Once version 3 is sealed, this file is
-- what runs: nobody edits it then, and it is not printed again.

-- strata: step 1 [expand]
ALTER TABLE "detection_records" ADD COLUMN "confidence" double precision;

COMMENT ON COLUMN "detection_records"."confidence" IS 'of the label, from 0 to 1';

-- strata: step 2 [data]
UPDATE "detection_records"
SET "confidence" = coalesce((bounding_box ->> 'confidence')::double precision, 0)
WHERE "confidence" IS NULL;

-- strata: step 3 [contract]
-- again, for rows that older programs wrote since
UPDATE "detection_records"
SET "confidence" = coalesce((bounding_box ->> 'confidence')::double precision, 0)
WHERE "confidence" IS NULL;

-- strata: step 4 [contract]
ALTER TABLE "detection_records"
  ADD CONSTRAINT "detection_records_confidence_range" CHECK (confidence BETWEEN 0 AND 1) NOT VALID;

ALTER TABLE "detection_records"
  ADD CONSTRAINT "strata_not_null_confidence" CHECK ("confidence" IS NOT NULL) NOT VALID;

-- strata: step 5 [contract]
ALTER TABLE "detection_records" VALIDATE CONSTRAINT "detection_records_confidence_range";

-- strata: step 6 [contract]
ALTER TABLE "detection_records" VALIDATE CONSTRAINT "strata_not_null_confidence";

-- strata: step 7 [contract]
ALTER TABLE "detection_records" ALTER COLUMN "confidence" SET NOT NULL;

ALTER TABLE "detection_records" DROP CONSTRAINT "strata_not_null_confidence";
