-- Version 5, accounts, on PostgreSQL: up, from the version before.
-- Printed from schema/v5.hpp, which is where to change it. Once version 5 is sealed, this file is
-- what runs: nobody edits it then, and it is not printed again.

-- strata: step 1 [expand]
CREATE TABLE "permissions" (
  "id" integer NOT NULL,
  "name" varchar(100) NOT NULL,
  CONSTRAINT "permissions_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "permissions_name_key" UNIQUE ("name")
);

CREATE TABLE "role_permissions" (
  "role_id" integer NOT NULL,
  "permission_id" integer NOT NULL,
  CONSTRAINT "role_permissions_pkey" PRIMARY KEY ("role_id", "permission_id")
);

CREATE TABLE "roles" (
  "id" integer NOT NULL,
  "name" varchar(50) NOT NULL,
  "description" text,
  CONSTRAINT "roles_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "roles_name_key" UNIQUE ("name")
);

CREATE TABLE "user_roles" (
  "user_id" uuid NOT NULL,
  "role_id" integer NOT NULL,
  "granted_at" timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT "user_roles_pkey" PRIMARY KEY ("user_id", "role_id")
);

CREATE TABLE "users" (
  "id" uuid NOT NULL DEFAULT gen_random_uuid(),
  "email" varchar(254) NOT NULL,
  "display_name" text,
  "password_hash" text NOT NULL,
  "is_active" boolean NOT NULL DEFAULT TRUE,
  "created_at" timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT "users_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "users_email_key" UNIQUE ("email")
);

INSERT INTO "permissions" ("id", "name")
VALUES
  (1, 'rules.edit'),
  (2, 'violations.acknowledge'),
  (3, 'cameras.view');

INSERT INTO "role_permissions" ("role_id", "permission_id")
VALUES
  (1, 1),
  (1, 2),
  (1, 3),
  (2, 1),
  (2, 2),
  (2, 3),
  (3, 3);

INSERT INTO "roles" ("id", "name", "description")
VALUES
  (1, 'administrator', 'may do everything'),
  (2, 'supervisor', 'acknowledges violations, edits rules'),
  (3, 'viewer', NULL);

ALTER TABLE "role_permissions"
  ADD CONSTRAINT "role_permissions_permission_id_fkey" FOREIGN KEY ("permission_id") REFERENCES "permissions" ("id") ON DELETE CASCADE;

ALTER TABLE "role_permissions"
  ADD CONSTRAINT "role_permissions_role_id_fkey" FOREIGN KEY ("role_id") REFERENCES "roles" ("id") ON DELETE CASCADE;

ALTER TABLE "user_roles"
  ADD CONSTRAINT "user_roles_role_id_fkey" FOREIGN KEY ("role_id") REFERENCES "roles" ("id") ON DELETE RESTRICT;

ALTER TABLE "user_roles"
  ADD CONSTRAINT "user_roles_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users" ("id") ON DELETE CASCADE;

CREATE INDEX "user_roles_role_id_idx" ON "user_roles" ("role_id");

COMMENT ON COLUMN "users"."password_hash" IS 'argon2id';
