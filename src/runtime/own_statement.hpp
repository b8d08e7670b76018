// Statements of Strata's own on PostgreSQL. Whoever may create functions in a schema of the search
// path could make one that fits better than the server's, and would run it as the migrator.
#pragma once

#include <strata/runtime/session.hpp>

#include <string>
#include <string_view>

namespace strata::detail {

/// Runs a statement for which only the server's functions, operators and types are found. Its
/// tables are named with their schemas. In a transaction the search path stays so to its end.
result_set ask(session& db, std::string_view statement);

/// An expression, every name of which is qualified: the first schema of the session's search path
/// that is neither the server's nor temporary, as text; null where there is none.
std::string default_schema_expression();

/// The same of all such schemas, as a search path that has temporary objects last: nothing
/// temporary can stand before a table of the schema.
std::string user_path_expression();

} // namespace strata::detail
