-- Version 4, alert rules, on SQLite: up, from the version before.
-- Printed from schema/v4.hpp, which is where to change it. Once version 4 is sealed, this file is
-- what runs: nobody edits it then, and it is not printed again.

-- strata: step 1 [expand]
CREATE INDEX "ix_alert_history_sent" ON "alert_history" ("sent_at");

CREATE INDEX "ix_detection_records_camera" ON "detection_records" ("camera_id", "detected_at" DESC);

-- strata: step 2 [contract] [foreign-keys-off]
ALTER TABLE "alert_rules" RENAME COLUMN "rule_type" TO "alert_type";

ALTER TABLE "alert_rules" RENAME COLUMN "enabled" TO "is_active";

-- alert_rules is built anew: SQLite cannot alter it in place
CREATE TABLE "alert_rules__strata_new" (
  "id" TEXT NOT NULL DEFAULT (lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))),
  "name" TEXT NOT NULL CONSTRAINT "alert_rules_name_check" CHECK (length("name") <= 255),
  "alert_type" TEXT NOT NULL DEFAULT 'violation' CONSTRAINT "alert_rules_alert_type_check" CHECK ("alert_type" IN ('violation', 'camera_offline', 'threshold')),
  "camera_id" TEXT,
  "conditions" TEXT NOT NULL DEFAULT '{}' CONSTRAINT "alert_rules_conditions_check" CHECK (json_valid("conditions")),
  "is_active" INTEGER NOT NULL DEFAULT 1 CONSTRAINT "alert_rules_is_active_check" CHECK ("is_active" IN (0, 1)),
  "created_at" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%f000Z','now')),
  CONSTRAINT "alert_rules_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "alert_rules_camera_id_fkey" FOREIGN KEY ("camera_id") REFERENCES "cameras" ("id") ON DELETE CASCADE
);

INSERT INTO "alert_rules__strata_new" ("rowid", "id", "name", "alert_type", "camera_id", "conditions", "is_active", "created_at")
SELECT rowid, "id", "name", alert_type, "camera_id", "conditions", "is_active", "created_at"
FROM "alert_rules";

DROP TABLE "alert_rules";

ALTER TABLE "alert_rules__strata_new" RENAME TO "alert_rules";

CREATE INDEX "ix_alert_rules_camera" ON "alert_rules" ("camera_id");

CREATE INDEX "ix_alert_rules_active_type" ON "alert_rules" ("alert_type") WHERE is_active;

DROP INDEX "idx_alert_history_sent";

DROP INDEX "idx_detection_records_camera";
