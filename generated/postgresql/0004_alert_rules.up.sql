-- Version 4, alert rules, on PostgreSQL: up, from the version before.
-- Printed from schema/v4.hpp, which is where to change it. Once version 4 is sealed, this file is
-- what runs: nobody edits it then, and it is not printed again.

-- strata: step 1 [expand]
CREATE TYPE "alert_type" AS ENUM ('violation', 'camera_offline', 'threshold');

-- strata: step 2 [contract]
ALTER TABLE "alert_rules" RENAME COLUMN "rule_type" TO "alert_type";

ALTER TABLE "alert_rules" RENAME COLUMN "enabled" TO "is_active";

ALTER INDEX "idx_alert_history_sent" RENAME TO "ix_alert_history_sent";

ALTER INDEX "idx_alert_rules_camera" RENAME TO "ix_alert_rules_camera";

ALTER INDEX "idx_detection_records_camera" RENAME TO "ix_detection_records_camera";

-- strata: step 3 [contract] [no-transaction] [drops-index idx_alert_rules_type]
DROP INDEX CONCURRENTLY "idx_alert_rules_type";

-- strata: step 4 [contract]
ALTER TABLE "alert_rules" ALTER COLUMN "alert_type" DROP DEFAULT;

ALTER TABLE "alert_rules" ALTER COLUMN "alert_type" TYPE "alert_type" USING alert_type::alert_type;

ALTER TABLE "alert_rules" ALTER COLUMN "alert_type" SET DEFAULT 'violation';

-- strata: step 5 [contract] [no-transaction] [builds-index ix_alert_rules_active_type]
CREATE INDEX CONCURRENTLY "ix_alert_rules_active_type" ON "alert_rules" ("alert_type") WHERE is_active;
