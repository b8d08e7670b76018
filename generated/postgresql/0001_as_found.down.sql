-- Version 1, as found, on PostgreSQL: down, to the version before.
-- Printed from schema/v1.hpp, which is where to change it. Once version 1 is sealed, this file is
-- what runs: nobody edits it then, and it is not printed again.

-- strata: step 1 [contract] [loses-data]
DROP VIEW "active_alerts";

DROP VIEW "recent_detection_stats";

DROP VIEW "v_daily_statistics";

-- alert_history is dropped, and what it holds is lost
DROP TABLE "alert_history";

-- alert_rules is dropped, and what it holds is lost
DROP TABLE "alert_rules";

-- alerts is dropped, and what it holds is lost
DROP TABLE "alerts";

-- deployments is dropped, and what it holds is lost
DROP TABLE "deployments";

-- detection_zones is dropped, and what it holds is lost
DROP TABLE "detection_zones";

-- behaviors is dropped, and what it holds is lost
DROP TABLE "behaviors";

-- detections is dropped, and what it holds is lost
DROP TABLE "detections";

-- model_registry is dropped, and what it holds is lost
DROP TABLE "model_registry";

-- datasets is dropped, and what it holds is lost
DROP TABLE "datasets";

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

-- detection_records is dropped, and what it holds is lost
DROP TABLE "detection_records";

-- regions is dropped, and what it holds is lost
DROP TABLE "regions";

-- cameras is dropped, and what it holds is lost
DROP TABLE "cameras";

-- workflow_runs is dropped, and what it holds is lost
DROP TABLE "workflow_runs";

-- workflows is dropped, and what it holds is lost
DROP TABLE "workflows";

DROP EXTENSION "pg_trgm";

DROP EXTENSION "uuid-ossp";

DROP FUNCTION "update_updated_at_column"();
