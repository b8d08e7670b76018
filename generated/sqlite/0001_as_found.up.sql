-- Version 1, as found, on SQLite: up, from the version before.
-- Printed from schema/v1.hpp, which is where to change it. Once version 1 is sealed, this file is
-- what runs: nobody edits it then, and it is not printed again.

-- strata: step 1 [expand]
CREATE TABLE "alert_history" (
  "id" INTEGER CONSTRAINT "alert_history_pkey" PRIMARY KEY AUTOINCREMENT,
  "rule_id" TEXT NOT NULL,
  "violation_id" TEXT,
  "channel" TEXT NOT NULL CONSTRAINT "alert_history_channel_check" CHECK (length("channel") <= 50),
  "message" TEXT NOT NULL,
  "sent_at" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%f000Z','now')),
  CONSTRAINT "alert_history_rule_id_fkey" FOREIGN KEY ("rule_id") REFERENCES "alert_rules" ("id") ON DELETE CASCADE,
  CONSTRAINT "alert_history_violation_id_fkey" FOREIGN KEY ("violation_id") REFERENCES "violation_events" ("id") ON DELETE SET NULL
);

CREATE TABLE "alert_rules" (
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

CREATE TABLE "alerts" (
  "id" INTEGER CONSTRAINT "alerts_pkey" PRIMARY KEY AUTOINCREMENT,
  "camera" TEXT NOT NULL,
  "message" TEXT NOT NULL,
  "is_read" INTEGER NOT NULL DEFAULT 0 CONSTRAINT "alerts_is_read_check" CHECK ("is_read" IN (0, 1)),
  "raised_at" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%f000','now'))
);

CREATE TABLE "behaviors" (
  "id" INTEGER CONSTRAINT "behaviors_pkey" PRIMARY KEY AUTOINCREMENT,
  "name" TEXT NOT NULL
);

CREATE TABLE "cameras" (
  "id" TEXT NOT NULL DEFAULT (lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))),
  "name" TEXT NOT NULL CONSTRAINT "cameras_name_check" CHECK (length("name") <= 100),
  "location" TEXT CONSTRAINT "cameras_location_check" CHECK (length("location") <= 255),
  "stream_url" TEXT NOT NULL,
  "status" TEXT NOT NULL DEFAULT 'active' CONSTRAINT "cameras_status_known" CHECK (status IN ('active', 'inactive', 'retired')) CONSTRAINT "cameras_status_check" CHECK (length("status") <= 20),
  "metadata" TEXT CONSTRAINT "cameras_metadata_check" CHECK ("metadata" IS NULL OR json_valid("metadata")),
  "created_at" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%f000Z','now')),
  "updated_at" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%f000Z','now')),
  CONSTRAINT "cameras_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "cameras_name_key" UNIQUE ("name")
);

CREATE TABLE "datasets" (
  "id" TEXT NOT NULL DEFAULT (lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))),
  "name" TEXT NOT NULL CONSTRAINT "datasets_name_check" CHECK (length("name") <= 255),
  "path" TEXT NOT NULL,
  "sample_count" INTEGER NOT NULL DEFAULT 0,
  "tags" TEXT CONSTRAINT "datasets_tags_check" CHECK ("tags" IS NULL OR json_valid("tags") AND json_type("tags") = 'array'),
  "created_at" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%f000Z','now')),
  CONSTRAINT "datasets_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "datasets_name_key" UNIQUE ("name")
);

CREATE TABLE "deployments" (
  "id" TEXT NOT NULL DEFAULT (lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))),
  "workflow_id" TEXT,
  "model_id" TEXT NOT NULL,
  "environment" TEXT NOT NULL DEFAULT 'production' CONSTRAINT "deployments_environment_check" CHECK (length("environment") <= 50),
  "monthly_cost" TEXT CONSTRAINT "deployments_monthly_cost_check" CHECK ("monthly_cost" NOT GLOB '*[^-0-9.]*' AND "monthly_cost" GLOB '*[0-9]*' AND "monthly_cost" NOT GLOB '?*-*' AND "monthly_cost" NOT GLOB '*.*.*' AND instr(ltrim("monthly_cost", '-0') || '.', '.') - 1 <= 10 AND length("monthly_cost") - instr("monthly_cost" || '.', '.') <= 2),
  "deployed_at" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%f000Z','now')),
  CONSTRAINT "deployments_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "deployments_workflow_id_fkey" FOREIGN KEY ("workflow_id") REFERENCES "workflows" ("id") ON DELETE SET NULL,
  CONSTRAINT "deployments_model_id_fkey" FOREIGN KEY ("model_id") REFERENCES "model_registry" ("id") ON DELETE RESTRICT
);

CREATE TABLE "detection_records" (
  "id" INTEGER CONSTRAINT "detection_records_pkey" PRIMARY KEY AUTOINCREMENT,
  "camera_id" TEXT NOT NULL,
  "region_id" TEXT,
  "label" TEXT NOT NULL CONSTRAINT "detection_records_label_check" CHECK (length("label") <= 100),
  "track_id" INTEGER,
  "bounding_box" TEXT NOT NULL CONSTRAINT "detection_records_bounding_box_check" CHECK (json_valid("bounding_box")),
  "detected_at" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%f000Z','now')),
  CONSTRAINT "detection_records_camera_id_fkey" FOREIGN KEY ("camera_id") REFERENCES "cameras" ("id") ON DELETE CASCADE,
  CONSTRAINT "detection_records_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "regions" ("id") ON DELETE SET NULL
);

CREATE TABLE "detection_zones" (
  "id" INTEGER CONSTRAINT "detection_zones_pkey" PRIMARY KEY AUTOINCREMENT,
  "behavior_id" INTEGER,
  "points" TEXT NOT NULL,
  CONSTRAINT "detection_zones_behavior_id_fkey" FOREIGN KEY ("behavior_id") REFERENCES "behaviors" ("id")
);

CREATE TABLE "detections" (
  "id" INTEGER CONSTRAINT "detections_pkey" PRIMARY KEY AUTOINCREMENT,
  "camera" TEXT NOT NULL,
  "label" TEXT,
  "score" REAL,
  "seen_at" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%f000','now'))
);

CREATE TABLE "model_registry" (
  "id" TEXT NOT NULL DEFAULT (lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))),
  "name" TEXT NOT NULL CONSTRAINT "model_registry_name_check" CHECK (length("name") <= 255),
  "version" TEXT NOT NULL CONSTRAINT "model_registry_version_check" CHECK (length("version") <= 50),
  "dataset_id" TEXT,
  "accuracy" REAL,
  "trained_on" TEXT,
  "checksum" BLOB,
  CONSTRAINT "model_registry_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "model_registry_name_version_key" UNIQUE ("name", "version"),
  CONSTRAINT "model_registry_dataset_id_fkey" FOREIGN KEY ("dataset_id") REFERENCES "datasets" ("id") ON DELETE SET NULL
);

CREATE TABLE "regions" (
  "id" TEXT NOT NULL DEFAULT (lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))),
  "camera_id" TEXT NOT NULL,
  "name" TEXT NOT NULL CONSTRAINT "regions_name_check" CHECK (length("name") <= 100),
  "polygon" TEXT NOT NULL CONSTRAINT "regions_polygon_check" CHECK (json_valid("polygon")),
  "color" TEXT CONSTRAINT "regions_color_check" CHECK (length("color") <= 7),
  CONSTRAINT "regions_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "regions_camera_id_name_key" UNIQUE ("camera_id", "name"),
  CONSTRAINT "regions_camera_id_fkey" FOREIGN KEY ("camera_id") REFERENCES "cameras" ("id") ON DELETE CASCADE
);

CREATE TABLE "statistics" (
  "id" INTEGER CONSTRAINT "statistics_pkey" PRIMARY KEY AUTOINCREMENT,
  "day" TEXT NOT NULL,
  "camera" TEXT NOT NULL,
  "total" INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE "statistics_hourly" (
  "day" TEXT NOT NULL,
  "hour" INTEGER NOT NULL,
  "camera" TEXT NOT NULL,
  "total" INTEGER NOT NULL DEFAULT 0,
  CONSTRAINT "statistics_hourly_pkey" PRIMARY KEY ("day", "hour", "camera")
);

CREATE TABLE "system_configs" (
  "key" TEXT NOT NULL CONSTRAINT "system_configs_key_check" CHECK (length("key") <= 100),
  "value" TEXT,
  CONSTRAINT "system_configs_pkey" PRIMARY KEY ("key")
);

CREATE TABLE "users" (
  "id" INTEGER CONSTRAINT "users_pkey" PRIMARY KEY AUTOINCREMENT,
  "login" TEXT NOT NULL CONSTRAINT "users_login_check" CHECK (length("login") <= 50),
  "password" TEXT NOT NULL CONSTRAINT "users_password_check" CHECK (length("password") <= 50)
);

CREATE TABLE "violation_events" (
  "id" TEXT NOT NULL DEFAULT (lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))),
  "detection_id" INTEGER NOT NULL,
  "rule" TEXT NOT NULL CONSTRAINT "violation_events_rule_check" CHECK (length("rule") <= 100),
  "severity" INTEGER NOT NULL DEFAULT 3 CONSTRAINT "violation_events_severity_range" CHECK (severity BETWEEN 1 AND 5),
  "started_at" TEXT NOT NULL,
  "ended_at" TEXT,
  "shift_start" TEXT,
  "snapshot" BLOB,
  "acknowledged" INTEGER NOT NULL DEFAULT 0 CONSTRAINT "violation_events_acknowledged_check" CHECK ("acknowledged" IN (0, 1)),
  CONSTRAINT "violation_events_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "violation_events_detection_id_fkey" FOREIGN KEY ("detection_id") REFERENCES "detection_records" ("id") ON DELETE CASCADE
);

CREATE TABLE "workflow_runs" (
  "id" TEXT NOT NULL DEFAULT (lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))),
  "workflow_id" TEXT NOT NULL,
  "status" TEXT NOT NULL DEFAULT 'pending' CONSTRAINT "workflow_runs_status_check" CHECK (length("status") <= 50),
  "started_at" TEXT,
  "finished_at" TEXT,
  "error" TEXT,
  "metadata" TEXT CONSTRAINT "workflow_runs_metadata_check" CHECK ("metadata" IS NULL OR json_valid("metadata")),
  CONSTRAINT "workflow_runs_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "workflow_runs_finished_after_start" CHECK (finished_at IS NULL OR started_at IS NOT NULL),
  CONSTRAINT "workflow_runs_workflow_id_fkey" FOREIGN KEY ("workflow_id") REFERENCES "workflows" ("id") ON DELETE CASCADE
);

CREATE TABLE "workflows" (
  "id" TEXT NOT NULL DEFAULT (lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))),
  "name" TEXT NOT NULL CONSTRAINT "workflows_name_check" CHECK (length("name") <= 255),
  "description" TEXT,
  "definition" TEXT NOT NULL DEFAULT '{}' CONSTRAINT "workflows_definition_check" CHECK (json_valid("definition")),
  "is_active" INTEGER NOT NULL DEFAULT 1 CONSTRAINT "workflows_is_active_check" CHECK ("is_active" IN (0, 1)),
  "created_at" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%f000Z','now')),
  "updated_at" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%f000Z','now')),
  CONSTRAINT "workflows_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "idx_alert_history_sent" ON "alert_history" ("sent_at");

CREATE INDEX "idx_alert_rules_camera" ON "alert_rules" ("camera_id");

CREATE INDEX "idx_alert_rules_type" ON "alert_rules" ("rule_type");

CREATE INDEX "idx_cameras_name_lower" ON "cameras" ((lower(name)));

CREATE INDEX "idx_cameras_status" ON "cameras" ("status") WHERE status <> 'retired';

CREATE INDEX "idx_detection_records_camera" ON "detection_records" ("camera_id", "detected_at" DESC);

CREATE INDEX "idx_violation_events_open" ON "violation_events" ("started_at") WHERE NOT acknowledged;

CREATE INDEX "idx_workflow_runs_recent" ON "workflow_runs" ("workflow_id", "started_at" DESC);

CREATE INDEX "idx_workflows_name" ON "workflows" ("name");

CREATE VIEW "active_alerts" AS
SELECT id, camera, message, raised_at FROM alerts WHERE NOT is_read;

CREATE VIEW "recent_detection_stats" AS
SELECT camera, label, count(*) AS total, max(seen_at) AS last_seen FROM detections GROUP BY camera, label;

CREATE VIEW "v_daily_statistics" AS
SELECT day, camera, sum(total) AS total FROM statistics GROUP BY day, camera;

CREATE TRIGGER "update_cameras_updated_at"
AFTER UPDATE ON "cameras"
FOR EACH ROW BEGIN
  UPDATE cameras SET updated_at = strftime('%Y-%m-%dT%H:%M:%f000Z', 'now')
  WHERE id = NEW.id;
END;

CREATE TRIGGER "update_workflows_updated_at"
AFTER UPDATE ON "workflows"
FOR EACH ROW BEGIN
  UPDATE workflows SET updated_at = strftime('%Y-%m-%dT%H:%M:%f000Z', 'now')
  WHERE id = NEW.id;
END;
