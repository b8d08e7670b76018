-- Version 1, on SQLite: down, to the version before.
-- Printed from kinds/v1.hpp, which is where to change it. Once version 1 is sealed, this file is
-- what runs: nobody edits it then, and it is not printed again.

-- strata: step 1 [contract] [loses-data]
-- notes_only is dropped, and what it holds is lost
DROP TABLE "notes_only";
