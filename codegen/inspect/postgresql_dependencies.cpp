// What views, functions and triggers depend on, as the server has noted it. Bodies that are strings
// are not looked into: the server does not do it either.
#include "codegen/inspect/postgresql_catalogue.hpp"

namespace strata::codegen {
namespace {

/// The dependent's catalogue and identity, then the name of a relation or function it needs.
constexpr const char* dependencies_query =
    "SELECT DISTINCT d.dependent, n.nspname, o.name FROM ("
    "  SELECT r.ev_class AS dependent, p.refclassid, p.refobjid FROM pg_rewrite r JOIN pg_depend p"
    "   ON p.classid = 'pg_rewrite'::regclass AND p.objid = r.oid"
    "  UNION ALL SELECT p.objid, p.refclassid, p.refobjid FROM pg_depend p"
    "   WHERE p.classid IN ('pg_proc'::regclass, 'pg_trigger'::regclass, 'pg_policy'::regclass)) d"
    " CROSS JOIN LATERAL ("
    "  SELECT c.relnamespace AS namespace, c.relname AS name FROM pg_class c"
    "   WHERE d.refclassid = 'pg_class'::regclass AND c.oid = d.refobjid"
    "    AND c.oid <> d.dependent AND c.relkind IN ('r', 'v', 'm', 'p', 'f')"
    "  UNION ALL SELECT p.pronamespace, p.proname FROM pg_proc p"
    "   WHERE d.refclassid = 'pg_proc'::regclass AND p.oid = d.refobjid AND p.oid <> d.dependent"
    // Of a table's rows, or of an array of them.
    "  UNION ALL SELECT c.relnamespace, c.relname FROM pg_type t LEFT JOIN pg_type e"
    "   ON e.oid = t.typelem JOIN pg_class c ON c.oid = coalesce(nullif(t.typrelid, 0), e.typrelid)"
    "   WHERE d.refclassid = 'pg_type'::regclass AND t.oid = d.refobjid"
    "    AND c.relkind IN ('r', 'v', 'm', 'p', 'f')) o"
    " JOIN pg_namespace n ON n.oid = o.namespace"
    " WHERE" STRATA_USER_NAMESPACE "ORDER BY 1, 2, 3";

} // namespace

dependencies read_dependencies(postgresql_catalogue& catalogue) {
  dependencies all;
  for (const auto& row : catalogue.ask(dependencies_query))
    all[row[0].as<object_id>()].push_back(catalogue.name(row[1], row[2]));
  return all;
}

} // namespace strata::codegen
