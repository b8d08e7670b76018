// Privileges of everyone but the owner, one row each. What the server gives by itself is no grant;
// where PUBLIC lacks what it has by itself, that is one.
#include "codegen/inspect/postgresql_catalogue.hpp"

namespace strata::codegen {
namespace {

using on = model::grant::object_class;

// What an extension gave when it was made is its own; what somebody gave later is a grant.
#define STRATA_GIVEN_LATER(catalogue, id)                                                          \
  " AND NOT EXISTS (SELECT FROM pg_init_privs i, aclexplode(i.initprivs) y"                        \
  "  WHERE i.classoid = '" catalogue "'::regclass AND i.objoid = " id " AND i.objsubid = 0"        \
  "  AND y.grantee = x.grantee AND y.privilege_type = x.privilege_type"                            \
  "  AND y.is_grantable = x.is_grantable) "

// Nor has an extension taken it from everybody.
#define STRATA_TAKEN_LATER(catalogue, id)                                                          \
  " AND NOT EXISTS (SELECT FROM pg_init_privs i WHERE i.classoid = '" catalogue "'::regclass"      \
  "  AND i.objoid = " id " AND i.objsubid = 0 AND NOT EXISTS (SELECT"                              \
  "   FROM aclexplode(i.initprivs) y WHERE y.grantee = 0)) "

/// Of a routine, as its parameters are read: an aggregate without arguments is called with a star.
#define STRATA_PARAMETERS                                                                          \
  "CASE WHEN p.prokind = 'a' AND p.pronargs = 0 THEN '*'"                                          \
  " ELSE pg_get_function_arguments(p.oid) END"

/// Kind, schema, name, column, parameters, privilege, grantee, grantable, revoked.
// clang-format off
constexpr const char* grants_query =
    "SELECT CASE WHEN c.relkind = 'S' THEN 2 ELSE 0 END AS kind, n.nspname, c.relname,"
    " NULL AS part, NULL AS parameters, x.privilege_type, r.rolname, x.is_grantable, false"
    " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
    " CROSS JOIN LATERAL aclexplode(c.relacl) x LEFT JOIN pg_roles r ON r.oid = x.grantee"
    " WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S') AND x.grantee <> c.relowner"
    "  AND" STRATA_USER_NAMESPACE STRATA_GIVEN_LATER("pg_class", "c.oid")
    "UNION ALL SELECT 1, n.nspname, c.relname, a.attname, NULL, x.privilege_type, r.rolname,"
    " x.is_grantable, false FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid"
    " JOIN pg_namespace n ON n.oid = c.relnamespace"
    " CROSS JOIN LATERAL aclexplode(a.attacl) x LEFT JOIN pg_roles r ON r.oid = x.grantee"
    " WHERE a.attacl IS NOT NULL AND NOT a.attisdropped AND x.grantee <> c.relowner"
    "  AND" STRATA_USER_NAMESPACE "AND" STRATA_NOT_OF_EXTENSION("pg_class", "c.oid")
    "UNION ALL SELECT 3, NULL, n.nspname, NULL, NULL, x.privilege_type, r.rolname,"
    " x.is_grantable, false FROM pg_namespace n CROSS JOIN LATERAL aclexplode(n.nspacl) x"
    " LEFT JOIN pg_roles r ON r.oid = x.grantee"
    " WHERE x.grantee <> n.nspowner AND (n.nspname <> 'public' OR x.grantee <> 0)"
    "  AND" STRATA_USER_NAMESPACE "AND" STRATA_NOT_OF_EXTENSION("pg_namespace", "n.oid")
    "UNION ALL SELECT 4, n.nspname, p.proname, NULL, " STRATA_PARAMETERS ","
    " x.privilege_type, r.rolname, x.is_grantable, false"
    " FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace"
    " CROSS JOIN LATERAL aclexplode(p.proacl) x LEFT JOIN pg_roles r ON r.oid = x.grantee"
    " WHERE x.grantee <> p.proowner AND x.grantee <> 0"
    "  AND" STRATA_USER_NAMESPACE STRATA_GIVEN_LATER("pg_proc", "p.oid")
    "UNION ALL SELECT 4, n.nspname, p.proname, NULL, " STRATA_PARAMETERS ","
    " 'EXECUTE', NULL, false, true FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace"
    " WHERE p.proacl IS NOT NULL AND NOT EXISTS (SELECT FROM aclexplode(p.proacl) x WHERE"
    " x.grantee = 0) AND" STRATA_USER_NAMESPACE STRATA_TAKEN_LATER("pg_proc", "p.oid")
    "UNION ALL SELECT 5, n.nspname, t.typname, NULL, NULL, x.privilege_type, r.rolname,"
    " x.is_grantable, false FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace"
    " CROSS JOIN LATERAL aclexplode(t.typacl) x LEFT JOIN pg_roles r ON r.oid = x.grantee"
    " WHERE x.grantee <> t.typowner AND x.grantee <> 0"
    "  AND" STRATA_USER_NAMESPACE STRATA_GIVEN_LATER("pg_type", "t.oid")
    "UNION ALL SELECT 5, n.nspname, t.typname, NULL, NULL, 'USAGE', NULL, false, true"
    " FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace"
    " WHERE t.typacl IS NOT NULL AND NOT EXISTS (SELECT FROM aclexplode(t.typacl) x WHERE"
    " x.grantee = 0) AND" STRATA_USER_NAMESPACE STRATA_TAKEN_LATER("pg_type", "t.oid");
// clang-format on

} // namespace

void read_grants(postgresql_catalogue& catalogue) {
  for (const auto& row : catalogue.ask(grants_query)) {
    if (text(row[2]) == catalogue.history_table)
      continue;
    model::grant& grant = catalogue.schema.grants.emplace_back();
    grant.on = static_cast<on>(row[0].as<int>());
    grant.object = grant.on == on::schema ? model::qualified_name{{}, text(row[2])}
                                          : catalogue.name(row[1], row[2]);
    if (!row[3].is_null())
      grant.columns = {text(row[3])};
    grant.parameters = text(row[4]);
    grant.privilege = text(row[5]);
    grant.grantee = text(row[6]);
    grant.grantable = is_true(row[7]);
    grant.revoked = is_true(row[8]);
  }
}

} // namespace strata::codegen
