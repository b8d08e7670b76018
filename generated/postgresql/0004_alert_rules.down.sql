-- Version 4, alert rules, on PostgreSQL: down, to the version before.
-- Printed from schema/v4.hpp, which is where to change it. Once version 4 is sealed, this file is
-- what runs: nobody edits it then, and it is not printed again.

-- strata: step 1 [contract]
ALTER TABLE "alert_rules" RENAME COLUMN "is_active" TO "enabled";

ALTER TABLE "alert_rules" RENAME COLUMN "alert_type" TO "rule_type";

ALTER INDEX "ix_alert_history_sent" RENAME TO "idx_alert_history_sent";

ALTER INDEX "ix_alert_rules_camera" RENAME TO "idx_alert_rules_camera";

ALTER INDEX "ix_detection_records_camera" RENAME TO "idx_detection_records_camera";

-- strata: step 2 [contract] [no-transaction] [drops-index ix_alert_rules_active_type]
DROP INDEX CONCURRENTLY "ix_alert_rules_active_type";

-- strata: step 3 [contract]
ALTER TABLE "alert_rules" ALTER COLUMN "rule_type" DROP DEFAULT;

ALTER TABLE "alert_rules" ALTER COLUMN "rule_type" TYPE varchar(50);

ALTER TABLE "alert_rules" ALTER COLUMN "rule_type" SET DEFAULT 'violation';

-- strata: step 4 [contract] [no-transaction] [builds-index idx_alert_rules_type]
CREATE INDEX CONCURRENTLY "idx_alert_rules_type" ON "alert_rules" ("rule_type");

-- strata: step 5 [contract]
DROP TYPE "alert_type";
