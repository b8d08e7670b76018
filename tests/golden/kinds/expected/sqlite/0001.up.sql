-- Version 1, on SQLite: up, from the version before.
-- Printed from kinds/v1.hpp, which is where to change it. Once version 1 is sealed, this file is
-- what runs: nobody edits it then, and it is not printed again.

-- strata: step 1 [expand]
CREATE TABLE "notes_only" (
  "id" INTEGER CONSTRAINT "notes_only_pkey" PRIMARY KEY AUTOINCREMENT,
  "note" TEXT NOT NULL
);
