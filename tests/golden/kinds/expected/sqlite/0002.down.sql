-- Version 2, on SQLite: down, to the version before.
-- Printed from kinds/v2.hpp, which is where to change it. Once version 2 is sealed, this file is
-- what runs: nobody edits it then, and it is not printed again.

