// What the model cannot say: named, so that it is never left out in silence.
#include "codegen/inspect/postgresql_catalogue.hpp"

#include <fmt/format.h>

namespace strata::codegen {
namespace {

// Relations, their namespaces as `n`; each query names its objects in one column.
constexpr const char* relations_query = R"(
SELECT CASE WHEN c.relkind = 'f' THEN 'foreign table ' || c.oid::regclass
         WHEN c.reloftype <> 0 THEN 'table ' || c.oid::regclass || ', of a type'
         WHEN c.relkind = 'S' THEN 'sequence ' || c.oid::regclass || ', which is unlogged'
         ELSE 'table ' || c.oid::regclass || ', with the access method ' || m.amname END
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_am m ON m.oid = c.relam
 WHERE (c.relkind = 'f' OR c.reloftype <> 0
        OR (c.relkind = 'S' AND c.relpersistence = 'u' AND NOT EXISTS (
              SELECT FROM pg_depend d JOIN pg_class owner ON owner.oid = d.refobjid
               WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid
                 AND d.refobjsubid > 0 AND owner.relpersistence = 'u'))
        OR (c.relkind IN ('r', 'm') AND m.amname <> 'heap'))
   AND)" STRATA_USER_NAMESPACE "AND" STRATA_NOT_OF_EXTENSION("pg_class", "c.oid");

// A partitioned table's key without all of its parts.
constexpr const char* incomplete_keys_query = R"(
SELECT 'index ' || i.indexrelid::regclass || ', which is not valid'
  FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
  JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE NOT i.indisvalid AND EXISTS (SELECT FROM pg_constraint o
        WHERE o.conindid = i.indexrelid AND o.contype IN ('p', 'u', 'x'))
   AND)" STRATA_USER_NAMESPACE;

// An heir's checks are its parents'.
constexpr const char* inherited_comments_query = R"(
SELECT 'comment on the inherited constraint ' || quote_ident(o.conname) || ' of table '
       || c.oid::regclass
  FROM pg_constraint o JOIN pg_class c ON c.oid = o.conrelid
  JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE o.contype = 'c' AND NOT o.conislocal AND obj_description(o.oid, 'pg_constraint') IS NOT NULL
   AND)" STRATA_USER_NAMESPACE;

constexpr const char* outside_schemas_query = R"(
SELECT 'cast from ' || o.castsource::regtype || ' to ' || o.casttarget::regtype
  FROM pg_cast o WHERE o.oid >= 16384 AND NOT EXISTS (SELECT FROM pg_depend x
   WHERE x.classid = 'pg_cast'::regclass AND x.objid = o.oid AND x.deptype IN ('e', 'i'))
UNION ALL
SELECT 'event trigger ' || quote_ident(o.evtname)
  FROM pg_event_trigger o WHERE)" STRATA_NOT_OF_EXTENSION("pg_event_trigger", "o.oid");

/// A catalogue whose objects lie in schemas, all of which are unsupported.
struct unsupported_class {
  const char* catalogue;
  const char* prefix; ///< Of the catalogue's column names.
  const char* name;   ///< SQL for an object's description.
  const char* where = "true";
};

constexpr unsupported_class classes[] = {
    {"pg_type", "typ", "'base type ' || o.oid::regtype", "o.typtype = 'b' AND o.typelem = 0"},
    {"pg_type", "typ", "'shell type ' || o.oid::regtype", "NOT o.typisdefined"},
    {"pg_operator", "opr", "'operator ' || o.oid::regoperator"},
    {"pg_opclass", "opc", "'operator class ' || quote_ident(o.opcname)"},
    // A class without one makes one.
    {"pg_opfamily",
     "opf",
     "'operator family ' || quote_ident(o.opfname)",
     "NOT EXISTS (SELECT FROM pg_opclass c WHERE c.opcfamily = o.oid)"},
    {"pg_collation", "coll", "'collation ' || quote_ident(o.collname)"},
    {"pg_conversion", "con", "'conversion ' || quote_ident(o.conname)"},
    {"pg_ts_config", "cfg", "'text search configuration ' || quote_ident(o.cfgname)"},
    {"pg_ts_dict", "dict", "'text search dictionary ' || quote_ident(o.dictname)"},
    {"pg_ts_parser", "prs", "'text search parser ' || quote_ident(o.prsname)"},
    {"pg_ts_template", "tmpl", "'text search template ' || quote_ident(o.tmplname)"},
};

std::string query_of(const unsupported_class& each) {
  return fmt::format(
      "SELECT {} FROM {} o JOIN pg_namespace n ON n.oid = o.{}namespace WHERE {} AND{}AND NOT "
      "EXISTS (SELECT FROM pg_depend x WHERE x.classid = '{}'::regclass AND x.objid = o.oid AND "
      "x.deptype = 'e')",
      each.name,
      each.catalogue,
      each.prefix,
      each.where,
      STRATA_USER_NAMESPACE,
      each.catalogue);
}

} // namespace

void find_unsupported(postgresql_catalogue& catalogue) {
  std::string query = fmt::format("{} UNION ALL {} UNION ALL {} UNION ALL {}",
                                  relations_query,
                                  incomplete_keys_query,
                                  inherited_comments_query,
                                  outside_schemas_query);
  query += " UNION ALL " + unsupported_details_query();
  query += " UNION ALL " + not_understood_query(catalogue);
  for (const unsupported_class& each : classes)
    query += " UNION ALL " + query_of(each);
  for (const auto& row : catalogue.ask(query + " ORDER BY 1"))
    catalogue.unsupported.push_back(text(row[0]));
}

} // namespace strata::codegen
