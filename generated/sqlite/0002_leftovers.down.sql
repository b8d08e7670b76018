-- Version 2, leftovers, on SQLite: down, to the version before.
-- Printed from schema/v2.hpp, which is where to change it. Once version 2 is sealed, this file is
-- what runs: nobody edits it then, and it is not printed again.

-- strata: step 1 [expand]
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

CREATE VIEW "active_alerts" AS
SELECT id, camera, message, raised_at FROM alerts WHERE NOT is_read;

CREATE VIEW "recent_detection_stats" AS
SELECT camera, label, count(*) AS total, max(seen_at) AS last_seen FROM detections GROUP BY camera, label;

CREATE VIEW "v_daily_statistics" AS
SELECT day, camera, sum(total) AS total FROM statistics GROUP BY day, camera;
