-- Version 3, confidence, on PostgreSQL: down, to the version before.
-- Printed from schema/v3.hpp, which is where to change it. Once version 3 is sealed, this file is
-- what runs: nobody edits it then, and it is not printed again.

-- strata: step 1 [contract] [loses-data]
ALTER TABLE "detection_records" DROP CONSTRAINT "detection_records_confidence_range";

-- confidence is dropped, and what it holds is lost
ALTER TABLE "detection_records" DROP COLUMN "confidence";
