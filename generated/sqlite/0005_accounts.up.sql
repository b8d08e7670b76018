-- Version 5, accounts, on SQLite: up, from the version before.
-- Printed from schema/v5.hpp, which is where to change it. Once version 5 is sealed, this file is
-- what runs: nobody edits it then, and it is not printed again.

-- strata: step 1 [expand]
CREATE TABLE "permissions" (
  "id" INTEGER NOT NULL,
  "name" TEXT NOT NULL CONSTRAINT "permissions_name_check" CHECK (length("name") <= 100),
  CONSTRAINT "permissions_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "permissions_name_key" UNIQUE ("name")
);

CREATE TABLE "role_permissions" (
  "role_id" INTEGER NOT NULL,
  "permission_id" INTEGER NOT NULL,
  CONSTRAINT "role_permissions_pkey" PRIMARY KEY ("role_id", "permission_id"),
  CONSTRAINT "role_permissions_role_id_fkey" FOREIGN KEY ("role_id") REFERENCES "roles" ("id") ON DELETE CASCADE,
  CONSTRAINT "role_permissions_permission_id_fkey" FOREIGN KEY ("permission_id") REFERENCES "permissions" ("id") ON DELETE CASCADE
);

CREATE TABLE "roles" (
  "id" INTEGER NOT NULL,
  "name" TEXT NOT NULL CONSTRAINT "roles_name_check" CHECK (length("name") <= 50),
  "description" TEXT,
  CONSTRAINT "roles_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "roles_name_key" UNIQUE ("name")
);

CREATE TABLE "user_roles" (
  "user_id" TEXT NOT NULL,
  "role_id" INTEGER NOT NULL,
  "granted_at" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%f000Z','now')),
  CONSTRAINT "user_roles_pkey" PRIMARY KEY ("user_id", "role_id"),
  CONSTRAINT "user_roles_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users" ("id") ON DELETE CASCADE,
  CONSTRAINT "user_roles_role_id_fkey" FOREIGN KEY ("role_id") REFERENCES "roles" ("id") ON DELETE RESTRICT
);

CREATE TABLE "users" (
  "id" TEXT NOT NULL DEFAULT (lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))),
  "email" TEXT NOT NULL CONSTRAINT "users_email_check" CHECK (length("email") <= 254),
  "display_name" TEXT,
  "password_hash" TEXT NOT NULL,
  "is_active" INTEGER NOT NULL DEFAULT 1 CONSTRAINT "users_is_active_check" CHECK ("is_active" IN (0, 1)),
  "created_at" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%f000Z','now')),
  CONSTRAINT "users_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "users_email_key" UNIQUE ("email")
);

INSERT INTO "permissions" ("id", "name")
VALUES
  (1, 'rules.edit'),
  (2, 'violations.acknowledge'),
  (3, 'cameras.view');

INSERT INTO "roles" ("id", "name", "description")
VALUES
  (1, 'administrator', 'may do everything'),
  (2, 'supervisor', 'acknowledges violations, edits rules'),
  (3, 'viewer', NULL);

INSERT INTO "role_permissions" ("role_id", "permission_id")
VALUES
  (1, 1),
  (1, 2),
  (1, 3),
  (2, 1),
  (2, 2),
  (2, 3),
  (3, 3);

CREATE INDEX "user_roles_role_id_idx" ON "user_roles" ("role_id");

-- strata: step 2 [contract] [foreign-keys-off]
-- deployments is built anew: SQLite cannot alter it in place
CREATE TABLE "deployments__strata_new" (
  "id" TEXT NOT NULL DEFAULT (lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))),
  "workflow_id" TEXT,
  "model_id" TEXT NOT NULL,
  "environment" TEXT NOT NULL DEFAULT 'production' CONSTRAINT "deployments_environment_check" CHECK (length("environment") <= 50),
  "monthly_cost" REAL CONSTRAINT "deployments_monthly_cost_check" CHECK ("monthly_cost" = round("monthly_cost", 2) AND abs("monthly_cost") < 10000000000),
  "deployed_at" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%f000Z','now')),
  CONSTRAINT "deployments_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "deployments_workflow_id_fkey" FOREIGN KEY ("workflow_id") REFERENCES "workflows" ("id") ON DELETE SET NULL,
  CONSTRAINT "deployments_model_id_fkey" FOREIGN KEY ("model_id") REFERENCES "model_registry" ("id") ON DELETE RESTRICT
);

INSERT INTO "deployments__strata_new" ("rowid", "id", "workflow_id", "model_id", "environment", "monthly_cost", "deployed_at")
SELECT rowid, "id", "workflow_id", "model_id", "environment", "monthly_cost", "deployed_at"
FROM "deployments";

DROP TABLE "deployments";

ALTER TABLE "deployments__strata_new" RENAME TO "deployments";
