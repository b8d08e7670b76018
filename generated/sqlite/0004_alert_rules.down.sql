-- Version 4, alert rules, on SQLite: down, to the version before.
-- Printed from schema/v4.hpp, which is where to change it. Once version 4 is sealed, this file is
-- what runs: nobody edits it then, and it is not printed again.

-- strata: step 1 [expand]
CREATE INDEX "idx_alert_history_sent" ON "alert_history" ("sent_at");

CREATE INDEX "idx_detection_records_camera" ON "detection_records" ("camera_id", "detected_at" DESC);

-- strata: step 2 [contract] [foreign-keys-off]
ALTER TABLE "alert_rules" RENAME COLUMN "is_active" TO "enabled";

ALTER TABLE "alert_rules" RENAME COLUMN "alert_type" TO "rule_type";

-- alert_rules is built anew: SQLite cannot alter it in place
CREATE TABLE "alert_rules__strata_new" (
  "id" TEXT NOT NULL DEFAULT (lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))),
  "name" TEXT NOT NULL CONSTRAINT "alert_rules_name_check" CHECK (length("name") <= 255),
  "rule_type" TEXT NOT NULL DEFAULT 'violation' CONSTRAINT "alert_rules_rule_type_check" CHECK (length("rule_type") <= 50),
  "camera_id" TEXT,
  "conditions" TEXT NOT NULL DEFAULT '{}' CONSTRAINT "alert_rules_conditions_check" CHECK (json_valid("conditions")),
  "enabled" INTEGER NOT NULL DEFAULT 1 CONSTRAINT "alert_rules_enabled_check" CHECK ("enabled" IN (0, 1)),
  "created_at" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%f000Z','now')),
  CONSTRAINT "alert_rules_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "alert_rules_camera_id_fkey" FOREIGN KEY ("camera_id") REFERENCES "cameras" ("id") ON DELETE CASCADE
);

INSERT INTO "alert_rules__strata_new" ("rowid", "id", "name", "rule_type", "camera_id", "conditions", "enabled", "created_at")
SELECT rowid, "id", "name", "rule_type", "camera_id", "conditions", "enabled", "created_at"
FROM "alert_rules";

DROP TABLE "alert_rules";

ALTER TABLE "alert_rules__strata_new" RENAME TO "alert_rules";

CREATE INDEX "idx_alert_rules_camera" ON "alert_rules" ("camera_id");

CREATE INDEX "idx_alert_rules_type" ON "alert_rules" ("rule_type");

DROP INDEX "ix_alert_history_sent";

DROP INDEX "ix_detection_records_camera";
