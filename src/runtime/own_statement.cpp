// Pins the path in the very message that holds the statement: one round trip, and nothing stays
// behind in a server session that a pooler gives to others.
#include "src/runtime/own_statement.hpp"

#include <fmt/format.h>

namespace strata::detail {
namespace {

constexpr std::string_view schemas_of_path =
    "pg_catalog.unnest(pg_catalog.current_schemas(false)) WITH ORDINALITY AS p (s, n) WHERE NOT "
    "pg_catalog.starts_with(p.s::pg_catalog.text, 'pg_')";

} // namespace

result_set ask(session& db, std::string_view statement) {
  if (db.dialect() == dialect::sqlite) {
    return db.query(statement);
  }
  return db.query_together(
      fmt::format("SET LOCAL search_path = pg_catalog, pg_temp; {}", statement));
}

std::string default_schema_expression() {
  return fmt::format("(SELECT p.s::pg_catalog.text FROM {} ORDER BY p.n LIMIT 1)", schemas_of_path);
}

std::string user_path_expression() {
  return fmt::format("pg_catalog.concat_ws(', ', (SELECT "
                     "pg_catalog.string_agg(pg_catalog.quote_ident(p.s::pg_catalog.text), ', ' "
                     "ORDER BY p.n) FROM {}), 'pg_temp')",
                     schemas_of_path);
}

} // namespace strata::detail
