-- Version 3, confidence, on SQLite: up, from the version before.
-- Printed from schema/v3.hpp, which is where to change it. Once version 3 is sealed, this file is
-- what runs: nobody edits it then, and it is not printed again.

-- strata: step 1 [expand]
ALTER TABLE "detection_records" ADD COLUMN "confidence" REAL;

-- strata: step 2 [data]
UPDATE "detection_records"
SET "confidence" = coalesce(json_extract(bounding_box, '$.confidence'), 0)
WHERE "confidence" IS NULL;

-- strata: step 3 [contract] [foreign-keys-off]
-- detection_records is built anew: SQLite cannot alter it in place
CREATE TABLE "detection_records__strata_new" (
  "id" INTEGER CONSTRAINT "detection_records_pkey" PRIMARY KEY AUTOINCREMENT,
  "camera_id" TEXT NOT NULL,
  "region_id" TEXT,
  "label" TEXT NOT NULL CONSTRAINT "detection_records_label_check" CHECK (length("label") <= 100),
  "track_id" INTEGER,
  "bounding_box" TEXT NOT NULL CONSTRAINT "detection_records_bounding_box_check" CHECK (json_valid("bounding_box")),
  "detected_at" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%f000Z','now')),
  "confidence" REAL NOT NULL CONSTRAINT "detection_records_confidence_range" CHECK (confidence BETWEEN 0 AND 1),
  CONSTRAINT "detection_records_camera_id_fkey" FOREIGN KEY ("camera_id") REFERENCES "cameras" ("id") ON DELETE CASCADE,
  CONSTRAINT "detection_records_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "regions" ("id") ON DELETE SET NULL
);

INSERT INTO "detection_records__strata_new" ("id", "camera_id", "region_id", "label", "track_id", "bounding_box", "detected_at", "confidence")
SELECT "id", "camera_id", "region_id", "label", "track_id", "bounding_box", "detected_at", "confidence"
FROM "detection_records";

-- numbers of deleted rows are not given again
DELETE FROM sqlite_sequence WHERE name = 'detection_records__strata_new';

INSERT INTO sqlite_sequence (name, seq)
SELECT 'detection_records__strata_new', seq FROM sqlite_sequence WHERE name = 'detection_records';

DROP TABLE "detection_records";

ALTER TABLE "detection_records__strata_new" RENAME TO "detection_records";

CREATE INDEX "idx_detection_records_camera" ON "detection_records" ("camera_id", "detected_at" DESC);
