// What somebody who may create objects in a schema of the search path could put before the server's
// own functions, operators, types and tables.
#pragma once

#include <strata/runtime/session.hpp>

namespace strata::testing {

/// Makes, in the schema `public` of the database: for each function of pg_catalog one of the same
/// name whose arguments are spelled as they are, and ones that fit names, texts, numbers and
/// identities better; operators likewise; a type `text`; and views in place of the catalogue's
/// tables. Whichever of them runs ends the statement with the error `hostile: <what>`. They belong
/// to an extension, so that the database counts as empty. Changes the session's search path.
void plant_hostile_twins(session& in);

} // namespace strata::testing
