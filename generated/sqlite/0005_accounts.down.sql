-- Version 5, accounts, on SQLite: down, to the version before.
-- Printed from schema/v5.hpp, which is where to change it. Once version 5 is sealed, this file is
-- what runs: nobody edits it then, and it is not printed again.

-- strata: step 1 [contract] [foreign-keys-off] [loses-data]
-- deployments is built anew: SQLite cannot alter it in place
CREATE TABLE "deployments__strata_new" (
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

INSERT INTO "deployments__strata_new" ("rowid", "id", "workflow_id", "model_id", "environment", "monthly_cost", "deployed_at")
SELECT rowid, "id", "workflow_id", "model_id", "environment", CASE WHEN "monthly_cost" IS NOT NULL THEN printf('%.2f', "monthly_cost" + 0.0) END, "deployed_at"
FROM "deployments";

DROP TABLE "deployments";

ALTER TABLE "deployments__strata_new" RENAME TO "deployments";

-- permissions is dropped, and what it holds is lost
DROP TABLE "permissions";

-- role_permissions is dropped, and what it holds is lost
DROP TABLE "role_permissions";

-- roles is dropped, and what it holds is lost
DROP TABLE "roles";

-- user_roles is dropped, and what it holds is lost
DROP TABLE "user_roles";

-- users is dropped, and what it holds is lost
DROP TABLE "users";
