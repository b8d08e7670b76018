-- Version 1, every kind, on SQLite: up, from the version before.
-- Printed from objects/v1.hpp, which is where to change it. Once version 1 is sealed, this file is
-- what runs: nobody edits it then, and it is not printed again.

-- strata: step 1 [expand]
CREATE TABLE "cameras" (
  "id" INTEGER CONSTRAINT "cameras_pkey" PRIMARY KEY AUTOINCREMENT,
  "site_id" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "name_length" INTEGER NOT NULL GENERATED ALWAYS AS (length(name)) STORED,
  "photo" BLOB,
  CONSTRAINT "cameras_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "sites" ("id") ON DELETE CASCADE ON UPDATE RESTRICT
);

CREATE TABLE "kinds" (
  "id" INTEGER NOT NULL,
  "name" TEXT NOT NULL,
  CONSTRAINT "kinds_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "sites" (
  "id" TEXT NOT NULL DEFAULT (lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))),
  "code" TEXT NOT NULL CONSTRAINT "sites_code_check" CHECK (length("code") <= 8),
  "mood" TEXT NOT NULL DEFAULT 'calm' CONSTRAINT "sites_mood_check" CHECK ("mood" IN ('calm', 'it''s loud')),
  "class" INTEGER NOT NULL DEFAULT -1,
  "area" REAL CONSTRAINT "sites_area_check" CHECK (area > 0) CONSTRAINT "sites_area_type_check" CHECK ("area" = round("area", 2) AND abs("area") < 100000000),
  "settings" TEXT NOT NULL DEFAULT '{}' CONSTRAINT "sites_settings_check" CHECK (json_valid("settings")),
  "tags" TEXT CONSTRAINT "sites_tags_check" CHECK ("tags" IS NULL OR json_valid("tags") AND json_type("tags") = 'array'),
  "is_open" INTEGER NOT NULL DEFAULT 1 CONSTRAINT "sites_is_open_check" CHECK ("is_open" IN (0, 1)),
  "opened_on" TEXT NOT NULL DEFAULT (date('now')),
  "created_at" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%f000Z','now')),
  CONSTRAINT "sites_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "sites_code_key" UNIQUE ("code")
);

INSERT INTO "kinds" ("id", "name")
VALUES
  (1, 'dome'),
  (2, 'it''s a bullet');

CREATE UNIQUE INDEX "cameras_expr_idx" ON "cameras" ((lower(name)));

CREATE INDEX "sites_created_at_code_idx" ON "sites" ("created_at" DESC, "code") WHERE is_open;

CREATE VIEW "open_sites" AS
SELECT id, code FROM sites WHERE is_open;
