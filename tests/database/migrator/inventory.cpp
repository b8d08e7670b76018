// SQL in the form of docs/sql-files.md.
#include "tests/database/migrator/inventory.hpp"

#include <strata/runtime/migrator.hpp>

#include <array>
#include <stdexcept>

namespace strata::testing {
namespace {

constexpr std::array first{migration_script{dialect::postgresql,
                                            R"(-- version 1
-- strata: step 1 [expand]
CREATE TABLE "items" ("id" bigint PRIMARY KEY, "name" text NOT NULL);

CREATE TABLE "parts" ("id" bigint PRIMARY KEY, "item_id" bigint NOT NULL
  REFERENCES "items" ON DELETE CASCADE, "code" text NOT NULL);
)",
                                            R"(-- strata: step 1 [contract] [loses-data]
DROP TABLE "parts";

DROP TABLE "items";
)",
                                            ""},
                           migration_script{dialect::sqlite,
                                            R"(-- version 1
-- strata: step 1 [expand]
CREATE TABLE "items" ("id" INTEGER PRIMARY KEY, "name" TEXT NOT NULL);

CREATE TABLE "parts" ("id" INTEGER PRIMARY KEY, "item_id" INTEGER NOT NULL
  REFERENCES "items" ("id") ON DELETE CASCADE, "code" TEXT NOT NULL);
)",
                                            R"(-- strata: step 1 [contract] [loses-data]
DROP TABLE "parts";

DROP TABLE "items";
)",
                                            ""}};

constexpr std::array second{
    migration_script{dialect::postgresql,
                     R"(-- strata: step 1 [expand]
ALTER TABLE "items" ADD COLUMN "site" text;

-- strata: step 2 [expand] [no-transaction] [builds-index items_site_idx]
CREATE INDEX CONCURRENTLY "items_site_idx" ON "items" ("site");
)",
                     R"(-- strata: step 1 [contract] [no-transaction] [drops-index items_site_idx]
DROP INDEX CONCURRENTLY "items_site_idx";

-- strata: step 2 [contract] [loses-data]
ALTER TABLE "items" DROP COLUMN "site";
)",
                     R"(-- strata: step 1 [expand]
ALTER TABLE "items" ADD COLUMN "site" text;

CREATE INDEX "items_site_idx" ON "items" ("site");
)"},
    migration_script{dialect::sqlite,
                     R"(-- strata: step 1 [expand]
ALTER TABLE "items" ADD COLUMN "site" TEXT;

CREATE INDEX "items_site_idx" ON "items" ("site");
)",
                     R"(-- strata: step 1 [contract] [loses-data]
DROP INDEX "items_site_idx";

ALTER TABLE "items" DROP COLUMN "site";
)",
                     ""}};

constexpr std::array third{migration_script{dialect::postgresql,
                                            R"(-- strata: step 1 [expand]
ALTER TABLE "items" ADD CONSTRAINT "items_site_check" CHECK ("site" <> '') NOT VALID;

-- strata: step 2 [data]
UPDATE "items" SET "site" = 'hall ' || "id" WHERE "site" IS NULL;

-- strata: step 3 [contract]
ALTER TABLE "items" VALIDATE CONSTRAINT "items_site_check";

ALTER TABLE "items" ALTER COLUMN "site" SET NOT NULL;
)",
                                            R"(-- strata: step 1 [expand]
ALTER TABLE "items" ALTER COLUMN "site" DROP NOT NULL;

ALTER TABLE "items" DROP CONSTRAINT "items_site_check";
)",
                                            ""},
                           migration_script{dialect::sqlite,
                                            R"(-- strata: step 1 [data]
UPDATE "items" SET "site" = 'hall ' || "id" WHERE "site" IS NULL;

-- strata: step 2 [contract] [foreign-keys-off]
CREATE TABLE "new_items" ("id" INTEGER PRIMARY KEY, "name" TEXT NOT NULL, "site" TEXT NOT NULL
  CHECK ("site" <> ''));

INSERT INTO "new_items" SELECT "id", "name", "site" FROM "items";

DROP TABLE "items";

ALTER TABLE "new_items" RENAME TO "items";

CREATE INDEX "items_site_idx" ON "items" ("site");
)",
                                            R"(-- strata: step 1 [contract] [foreign-keys-off]
CREATE TABLE "new_items" ("id" INTEGER PRIMARY KEY, "name" TEXT NOT NULL, "site" TEXT);

INSERT INTO "new_items" SELECT "id", "name", "site" FROM "items";

DROP TABLE "items";

ALTER TABLE "new_items" RENAME TO "items";

CREATE INDEX "items_site_idx" ON "items" ("site");
)",
                                            ""}};

constexpr std::array fourth{
    migration_script{dialect::postgresql,
                     R"(-- strata: step 1 [expand] [no-transaction] [builds-index parts_code_key]
CREATE UNIQUE INDEX CONCURRENTLY "parts_code_key" ON "parts" ("code");

-- strata: step 2 [contract]
ALTER TABLE "parts" ADD CONSTRAINT "parts_code_key" UNIQUE USING INDEX "parts_code_key";

-- strata: step 3 [contract] [no-transaction] [drops-index items_site_idx]
DROP INDEX CONCURRENTLY "items_site_idx";
)",
                     R"(-- strata: step 1 [expand] [no-transaction] [builds-index items_site_idx]
CREATE INDEX CONCURRENTLY "items_site_idx" ON "items" ("site");

-- strata: step 2 [expand]
ALTER TABLE "parts" DROP CONSTRAINT "parts_code_key";
)",
                     R"(-- strata: step 1 [expand]
ALTER TABLE "parts" ADD CONSTRAINT "parts_code_key" UNIQUE ("code");

DROP INDEX "items_site_idx";
)"},
    migration_script{dialect::sqlite,
                     R"(-- strata: step 1 [expand]
CREATE UNIQUE INDEX "parts_code_key" ON "parts" ("code");

-- strata: step 2 [contract]
DROP INDEX "items_site_idx";
)",
                     R"(-- strata: step 1 [expand]
CREATE INDEX "items_site_idx" ON "items" ("site");

DROP INDEX "parts_code_key";
)",
                     ""}};

constexpr std::array fifth{migration_script{dialect::postgresql,
                                            R"(-- strata: step 1 [expand]
CREATE TABLE "notes" ("id" bigint PRIMARY KEY, "text" text NOT NULL);
)",
                                            R"(-- strata: step 1 [contract] [loses-data]
DROP TABLE "notes";
)",
                                            ""},
                           migration_script{dialect::sqlite,
                                            R"(-- strata: step 1 [expand]
CREATE TABLE "notes" ("id" INTEGER PRIMARY KEY, "text" TEXT NOT NULL);
)",
                                            R"(-- strata: step 1 [contract] [loses-data]
DROP TABLE "notes";
)",
                                            ""}};

constexpr std::array words{
    acknowledgement{"breaks_old_writers", "items.site", "every item has a \"site\" now"}};

constexpr std::array versions{
    migration{1, "items", "fingerprint-1", true, 1, "", {}, first},
    migration{2, "sites", "fingerprint-2", true, 1, "", {}, second},
    migration{3, "sites for all", "fingerprint-3", true, 3, "", words, third},
    migration{4, "part codes", "fingerprint-4", true, 4, "", {}, fourth},
    migration{5, "notes", "fingerprint-5", false, 4, "", {}, fifth}};

constexpr migrations whole{"inventory", versions, 130000, 3038000};

} // namespace

const migrations& inventory() { return whole; }

void make_old(const scratch_database& database) {
  migrator(database.url(), whole).upgrade(1);
  database.open()->execute(R"(
INSERT INTO items (id, name) VALUES (1, 'press'), (2, 'lathe');
INSERT INTO parts (id, item_id, code) VALUES (10, 1, 'a'), (11, 1, 'b'), (12, 2, 'c');
)");
}

migrator_options with_drafts(migration_observer observer) {
  migrator_options options;
  options.allow_draft = true;
  options.observer = std::move(observer);
  return options;
}

edited_inventory::edited_inventory() : versions(whole.versions.begin(), whole.versions.end()) {
  scripts_.reserve(versions.size());
  for (migration& each : versions) {
    scripts_.emplace_back(each.scripts.begin(), each.scripts.end());
    each.scripts = scripts_.back();
  }
}

migrations edited_inventory::first(int count) const {
  return {"inventory",
          std::span(versions).first(static_cast<std::size_t>(count)),
          minimum_postgresql,
          minimum_sqlite};
}

migration_script& edited_inventory::script(int number, dialect on) {
  for (migration_script& each : scripts_[static_cast<std::size_t>(number) - 1]) {
    if (each.dialect == on) {
      return each;
    }
  }
  throw std::out_of_range("no such script");
}

} // namespace strata::testing
