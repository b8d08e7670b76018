-- Version 1, as found, on SQLite: down, to the version before.
-- Printed from schema/v1.hpp, which is where to change it. Once version 1 is sealed, this file is
-- what runs: nobody edits it then, and it is not printed again.

-- strata: step 1 [contract] [foreign-keys-off] [loses-data]
DROP VIEW "active_alerts";

DROP VIEW "recent_detection_stats";

DROP VIEW "v_daily_statistics";

-- alert_history is dropped, and what it holds is lost
DROP TABLE "alert_history";

-- alert_rules is dropped, and what it holds is lost
DROP TABLE "alert_rules";

-- alerts is dropped, and what it holds is lost
DROP TABLE "alerts";

-- behaviors is dropped, and what it holds is lost
DROP TABLE "behaviors";

-- cameras is dropped, and what it holds is lost
DROP TABLE "cameras";

-- datasets is dropped, and what it holds is lost
DROP TABLE "datasets";

-- deployments is dropped, and what it holds is lost
DROP TABLE "deployments";

-- detection_records is dropped, and what it holds is lost
DROP TABLE "detection_records";

-- detection_zones is dropped, and what it holds is lost
DROP TABLE "detection_zones";

-- detections is dropped, and what it holds is lost
DROP TABLE "detections";

-- model_registry is dropped, and what it holds is lost
DROP TABLE "model_registry";

-- regions is dropped, and what it holds is lost
DROP TABLE "regions";

-- statistics is dropped, and what it holds is lost
DROP TABLE "statistics";

-- statistics_hourly is dropped, and what it holds is lost
DROP TABLE "statistics_hourly";

-- system_configs is dropped, and what it holds is lost
DROP TABLE "system_configs";

-- users is dropped, and what it holds is lost
DROP TABLE "users";

-- violation_events is dropped, and what it holds is lost
DROP TABLE "violation_events";

-- workflow_runs is dropped, and what it holds is lost
DROP TABLE "workflow_runs";

-- workflows is dropped, and what it holds is lost
DROP TABLE "workflows";
