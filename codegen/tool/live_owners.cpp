// Owners, by the objects' names. No schema declares them: where they differ, it is said.
#include "codegen/inspect/postgresql_catalogue.hpp"
#include "codegen/tool/live_schema.hpp"

namespace strata::codegen {
namespace {

// A sequence that a column owns has its table's owner.
constexpr const char* owners_query =
    "SELECT CASE c.relkind WHEN 'v' THEN 'view ' WHEN 'm' THEN 'view ' WHEN 'S' THEN 'sequence '"
    " WHEN 'c' THEN 'type ' ELSE 'table ' END || c.oid::regclass, pg_get_userbyid(c.relowner)"
    " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
    " WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S', 'c') AND c.relname <> 'strata_history'"
    " AND" STRATA_USER_NAMESPACE "AND" STRATA_NOT_OF_EXTENSION(
        "pg_class",
        "c.oid") " AND NOT EXISTS (SELECT FROM pg_depend o WHERE o.classid = 'pg_class'::regclass"
                 "  AND o.objid = c.oid AND o.deptype IN ('a', 'i') AND c.relkind = 'S')"
                 " UNION ALL SELECT 'function ' || p.oid::regprocedure, pg_get_userbyid(p.proowner)"
                 " FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace"
                 " WHERE" STRATA_USER_NAMESPACE "AND" STRATA_NOT_OF_EXTENSION(
                     "pg_proc",
                     "p.oid") " UNION ALL SELECT 'type ' || t.oid::regtype, "
                              "pg_get_userbyid(t.typowner)"
                              " FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace"
                              " WHERE t.typtype IN ('e', 'd', 'r')"
                              " AND" STRATA_USER_NAMESPACE "AND" STRATA_NOT_OF_EXTENSION(
                                  "pg_type",
                                  "t.oid") " UNION ALL SELECT 'schema ' || quote_ident(n.nspname), "
                                           "pg_get_userbyid(n.nspowner)"
                                           " FROM pg_namespace n WHERE n.nspname <> 'public'"
                                           " AND" STRATA_USER_NAMESPACE
                                           "AND" STRATA_NOT_OF_EXTENSION("pg_namespace", "n.oid");

} // namespace

std::map<std::string, std::string> read_owners(pqxx::transaction_base& work) {
  // Nobody's function is taken for the server's, and every name has its schema.
  work.exec("SET LOCAL search_path = pg_catalog, pg_temp");
  std::map<std::string, std::string> owners;
  for (const auto& row : work.exec(owners_query))
    owners[text(row[0])] = text(row[1]);
  return owners;
}

} // namespace strata::codegen
