// Details of objects that the model can say, which themselves it cannot, and what lies in no
// schema.
#include "codegen/inspect/postgresql_catalogue.hpp"

namespace strata::codegen {
namespace {

// Relations as `c`, their namespaces as `n`.
constexpr const char* relation_details =
    "SELECT 'default of column ' || quote_ident(a.attname) || ' of view ' || c.oid::regclass"
    " FROM pg_attrdef d JOIN pg_class c ON c.oid = d.adrelid AND c.relkind = 'v'"
    " JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.adnum"
    " JOIN pg_namespace n ON n.oid = c.relnamespace WHERE" STRATA_USER_NAMESPACE
    // What ALTER … ALTER COLUMN says of the columns of a key's index or a materialized view.
    "UNION ALL SELECT DISTINCT CASE c.relkind WHEN 'm' THEN 'materialized view ' ELSE 'index ' END"
    "  || c.oid::regclass || ', whose columns have statistics or storage settings'"
    " FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid AND c.relkind IN ('m', 'i', 'I')"
    " JOIN pg_type t ON t.oid = a.atttypid JOIN pg_namespace n ON n.oid = c.relnamespace"
    " WHERE a.attnum > 0 AND ((coalesce(a.attstattarget, -1) <> -1"
    "   AND (c.relkind = 'm' OR EXISTS (SELECT FROM pg_constraint o WHERE o.conindid = c.oid"
    "    AND o.contype = 'x'))) OR (c.relkind = 'm' AND"
    "   (a.attstorage <> t.typstorage OR a.attoptions IS NOT NULL"
    "    OR coalesce(to_jsonb(a) ->> 'attcompression', '') <> ''))) AND" STRATA_USER_NAMESPACE
    "UNION ALL SELECT 'materialized view ' || c.oid::regclass || ', which is clustered'"
    " FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid AND c.relkind = 'm'"
    " JOIN pg_namespace n ON n.oid = c.relnamespace"
    " WHERE i.indisclustered AND" STRATA_USER_NAMESPACE
    "UNION ALL SELECT CASE c.relkind WHEN 'i' THEN 'index ' WHEN 'I' THEN 'index '"
    "   WHEN 'm' THEN 'materialized view ' ELSE 'table ' END"
    "  || c.oid::regclass || ', in the tablespace ' || quote_ident(s.spcname)"
    " FROM pg_class c JOIN pg_tablespace s ON s.oid = c.reltablespace"
    " JOIN pg_namespace n ON n.oid = c.relnamespace"
    " WHERE c.relkind IN ('r', 'p', 'm', 'i', 'I') AND" STRATA_USER_NAMESPACE
    "UNION ALL SELECT 'trigger ' || quote_ident(t.tgname) || ' on partition ' || c.oid::regclass"
    "  || ', which fires otherwise than its parent''s'"
    " FROM pg_trigger t JOIN pg_trigger p ON p.oid = t.tgparentid AND p.tgenabled <> t.tgenabled"
    " JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace"
    " WHERE NOT t.tgisinternal AND" STRATA_USER_NAMESPACE
    "UNION ALL SELECT 'comment on the index of constraint ' || c.oid::regclass"
    " FROM pg_description d JOIN pg_class c ON c.oid = d.objoid AND c.relkind IN ('i', 'I')"
    " JOIN pg_namespace n ON n.oid = c.relnamespace"
    " WHERE d.classoid = 'pg_class'::regclass AND d.objsubid = 0 AND EXISTS (SELECT"
    "   FROM pg_constraint o WHERE o.conindid = c.oid AND o.contype IN ('p', 'u', 'x'))"
    " AND" STRATA_USER_NAMESPACE
    "UNION ALL SELECT 'comment on constraint ' || quote_ident(o.conname) || ' of partition '"
    "  || c.oid::regclass || ', which is its parent''s' FROM pg_description d"
    " JOIN pg_constraint o ON o.oid = d.objoid AND (o.conparentid <> 0 OR (o.contype = 'c'"
    "   AND NOT o.conislocal AND NOT (o.convalidated AND EXISTS (SELECT FROM pg_inherits h"
    "    JOIN pg_constraint w ON w.conrelid = h.inhparent AND w.conname = o.conname"
    "    WHERE h.inhrelid = o.conrelid AND NOT w.convalidated))))"
    " JOIN pg_class c ON c.oid = o.conrelid AND c.relispartition"
    " JOIN pg_namespace n ON n.oid = c.relnamespace"
    " WHERE d.classoid = 'pg_constraint'::regclass AND" STRATA_USER_NAMESPACE
    "UNION ALL SELECT 'comment on the identity''s sequence ' || c.oid::regclass"
    " FROM pg_description d JOIN pg_class c ON c.oid = d.objoid AND c.relkind = 'S'"
    " JOIN pg_namespace n ON n.oid = c.relnamespace"
    " WHERE d.classoid = 'pg_class'::regclass AND EXISTS (SELECT FROM pg_depend o"
    "   WHERE o.classid = 'pg_class'::regclass AND o.objid = c.oid AND o.deptype = 'i')"
    " AND" STRATA_USER_NAMESPACE "UNION ALL SELECT 'privileges that its owner lacks on '"
    "  || pg_describe_object('pg_class'::regclass, c.oid, 0)"
    " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
    " WHERE c.relacl IS NOT NULL AND c.relkind IN ('r', 'p', 'v', 'm', 'S') AND EXISTS (SELECT"
    "   FROM aclexplode(acldefault(CASE c.relkind WHEN 'S' THEN 's' ELSE 'r' END::\"char\","
    "    c.relowner)) u WHERE NOT EXISTS (SELECT FROM aclexplode(c.relacl) h"
    "     WHERE h.grantee = u.grantee AND h.privilege_type = u.privilege_type))"
    " AND" STRATA_USER_NAMESPACE "AND" STRATA_NOT_OF_EXTENSION("pg_class", "c.oid");

constexpr const char* privileges =
    "SELECT 'privileges that its owner lacks on '"
    "  || pg_describe_object('pg_proc'::regclass, p.oid, 0)"
    " FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace"
    " WHERE p.proacl IS NOT NULL AND NOT EXISTS (SELECT FROM aclexplode(p.proacl) h"
    "   WHERE h.grantee = p.proowner)"
    " AND" STRATA_USER_NAMESPACE "AND" STRATA_NOT_OF_EXTENSION("pg_proc", "p.oid") //
    "UNION ALL SELECT concat('default privileges for role ', d.defaclrole::regrole,"
    "   ' in schema ' || quote_ident(n.nspname), ' on ', CASE d.defaclobjtype WHEN 'r' THEN"
    "   'tables' WHEN 'S' THEN 'sequences' WHEN 'f' THEN 'functions' WHEN 'T' THEN 'types'"
    "   ELSE 'schemas' END)"
    " FROM pg_default_acl d LEFT JOIN pg_namespace n ON n.oid = d.defaclnamespace"
    // What the server or an extension brought is noted. (Privileges on the server's own functions
    // and tables are the server's: hosted ones come with many.)
    " UNION ALL SELECT 'comment on constraint ' || quote_ident(o.conname) || ' of '"
    "  || c.oid::regclass || ', which is NOT NULL' FROM pg_description d"
    " JOIN pg_constraint o ON d.classoid = 'pg_constraint'::regclass AND o.oid = d.objoid"
    "  AND o.contype = 'n' JOIN pg_class c ON c.oid = o.conrelid"
    " JOIN pg_namespace n ON n.oid = c.relnamespace WHERE" STRATA_USER_NAMESPACE
    " UNION ALL SELECT 'privileges on language ' || quote_ident(l.lanname) FROM pg_language l"
    " LEFT JOIN pg_init_privs i ON i.classoid = 'pg_language'::regclass AND i.objoid = l.oid"
    " WHERE l.lanacl IS DISTINCT FROM i.initprivs";

// What an inherited column has otherwise than its parent's, beside what is read with the columns.
constexpr const char* inherited_columns =
    "SELECT concat('table ', c.oid::regclass, ', whose inherited column ', quote_ident(a.attname),"
    "   ' has storage settings of its own')"
    " FROM pg_class c JOIN pg_inherits h ON h.inhrelid = c.oid"
    " JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0"
    " JOIN pg_attribute p ON p.attrelid = h.inhparent AND p.attname = a.attname"
    " JOIN pg_namespace n ON n.oid = c.relnamespace"
    " WHERE c.relkind IN ('r', 'p', 'f') AND (c.relispartition OR NOT a.attislocal)"
    " AND ((coalesce(a.attstattarget, -1) <> -1"
    "    AND a.attstattarget IS DISTINCT FROM p.attstattarget)"
    "  OR a.attstorage <> p.attstorage"
    "  OR (a.attoptions IS NOT NULL AND a.attoptions IS DISTINCT FROM p.attoptions)"
    "  OR coalesce(to_jsonb(a) ->> 'attcompression', '')"
    "    <> coalesce(to_jsonb(p) ->> 'attcompression', ''))"
    " AND" STRATA_USER_NAMESPACE;

// The default schema is the server's; that of a version has none.
constexpr const char* schema_public =
    "SELECT 'comment on schema public' FROM pg_namespace n WHERE n.nspname = 'public'"
    " AND coalesce(obj_description(n.oid, 'pg_namespace'), '')"
    "  NOT IN ('', 'standard public schema')";

// What the server gave everybody on the default schema, and its extensions' own comments.
constexpr const char* servers_own =
    "SELECT 'privileges of PUBLIC on schema public' FROM pg_namespace n"
    " JOIN pg_init_privs i ON i.classoid = 'pg_namespace'::regclass AND i.objoid = n.oid"
    " WHERE n.nspname = 'public' AND ARRAY(SELECT x.privilege_type FROM aclexplode(n.nspacl) x"
    "   WHERE x.grantee = 0 ORDER BY 1) <> ARRAY(SELECT x.privilege_type"
    "   FROM aclexplode(i.initprivs) x WHERE x.grantee = 0 ORDER BY 1)"
    " UNION ALL SELECT 'extension ' || quote_ident(e.extname) || ', which has lost its comment'"
    " FROM pg_extension e JOIN pg_available_extensions a ON a.name = e.extname"
    " WHERE a.comment IS NOT NULL AND obj_description(e.oid, 'pg_extension') IS NULL";

// No extension's, nor the server's own.
constexpr const char* outside_schemas =
    "SELECT 'language ' || quote_ident(o.lanname) FROM pg_language o"
    " WHERE o.oid >= 16384 AND" STRATA_NOT_OF_EXTENSION("pg_language", "o.oid") //
    "UNION ALL SELECT 'transform for ' || o.trftype::regtype || ' language '"
    "  || quote_ident(l.lanname) FROM pg_transform o JOIN pg_language l ON l.oid = o.trflang"
    " WHERE" STRATA_NOT_OF_EXTENSION("pg_transform", "o.oid") //
    "UNION ALL SELECT 'access method ' || quote_ident(o.amname) FROM pg_am o"
    " WHERE o.oid >= 16384 AND" STRATA_NOT_OF_EXTENSION("pg_am", "o.oid") //
    "UNION ALL SELECT 'foreign data wrapper ' || quote_ident(o.fdwname)"
    " FROM pg_foreign_data_wrapper o"
    " WHERE" STRATA_NOT_OF_EXTENSION("pg_foreign_data_wrapper", "o.oid") //
    "UNION ALL SELECT 'foreign server ' || quote_ident(o.srvname) FROM pg_foreign_server o"
    " WHERE" STRATA_NOT_OF_EXTENSION("pg_foreign_server", "o.oid") //
    "UNION ALL SELECT 'user mapping for ' || quote_ident(o.usename) || ' on foreign server '"
    "  || quote_ident(o.srvname) FROM pg_user_mappings o"
    " UNION ALL SELECT 'publication ' || quote_ident(o.pubname) FROM pg_publication o"
    " UNION ALL SELECT 'subscription ' || quote_ident(o.subname) FROM pg_subscription o"
    "  JOIN pg_database b ON b.oid = o.subdbid WHERE b.datname = current_database()"
    " UNION ALL SELECT 'security label on ' || pg_describe_object(o.classoid, o.objoid, o.objsubid)"
    " FROM pg_seclabel o"
    " UNION ALL SELECT pg_describe_object(o.classid, o.objid, o.objsubid)"
    "  || ', which depends on ' || pg_describe_object(o.refclassid, o.refobjid, 0)"
    " FROM pg_depend o WHERE o.deptype = 'x'";

} // namespace

std::string unsupported_details_query() {
  return std::string(relation_details) + " UNION ALL " + inherited_columns + " UNION ALL " +
         schema_public + " UNION ALL " + servers_own + " UNION ALL " + privileges + " UNION ALL " +
         outside_schemas;
}

} // namespace strata::codegen
