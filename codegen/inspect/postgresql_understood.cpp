// What Strata knows of the catalogue. A value that it does not know is refused by name, and so is a
// column of a newer server that has another value than the server's own objects have: what is not
// understood would be read as something else.
#include "codegen/inspect/postgresql_catalogue.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace strata::codegen {
namespace {

/// A catalogue whose rows say what an object is. Rows are `o`.
struct said_catalogue {
  std::string_view name;
  const char* object;     ///< SQL: the object's class, identity and column.
  const char* id;         ///< Of those that initdb made it is below 16384.
  const char* of_users;   ///< Which rows are the user's.
  const char* where = ""; ///< Further conditions.
};

#define STRATA_OF_RELATION(id)                                                                     \
  "SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.oid = " id         \
  " AND" STRATA_USER_NAMESPACE "AND" STRATA_NOT_OF_EXTENSION("pg_class", "c.oid")

#define STRATA_IN_NAMESPACE(column, catalogue)                                                     \
  "SELECT FROM pg_namespace n WHERE n.oid = " column " AND" STRATA_USER_NAMESPACE                  \
  "AND" STRATA_NOT_OF_EXTENSION(catalogue, "o.oid")

constexpr said_catalogue said_catalogues[] = {
    {"pg_attribute",
     "'pg_class'::regclass, o.attrelid, o.attnum",
     "o.attrelid",
     STRATA_OF_RELATION("o.attrelid") " AND c.relkind NOT IN ('i', 'I', 'S', 't')",
     "o.attnum > 0 AND NOT o.attisdropped AND "},
    {"pg_class",
     "'pg_class'::regclass, o.oid, 0",
     "o.oid",
     STRATA_IN_NAMESPACE("o.relnamespace", "pg_class")},
    {"pg_constraint",
     "'pg_constraint'::regclass, o.oid, 0",
     "o.oid",
     "SELECT FROM pg_namespace n WHERE n.oid = o.connamespace AND" STRATA_USER_NAMESPACE
     "AND" STRATA_NOT_OF_EXTENSION("pg_class", "o.conrelid") "AND" STRATA_NOT_OF_EXTENSION(
         "pg_type", "o.contypid")},
    {"pg_type",
     "'pg_type'::regclass, o.oid, 0",
     "o.oid",
     STRATA_IN_NAMESPACE("o.typnamespace", "pg_type")},
    {"pg_range",
     "'pg_type'::regclass, o.rngtypid, 0",
     "o.rngtypid",
     "SELECT FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace"
     " WHERE t.oid = o.rngtypid AND" STRATA_USER_NAMESPACE
     "AND" STRATA_NOT_OF_EXTENSION("pg_type", "t.oid")},
    {"pg_enum",
     "'pg_type'::regclass, o.enumtypid, 0",
     "o.enumtypid",
     "SELECT FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace"
     " WHERE t.oid = o.enumtypid AND" STRATA_USER_NAMESPACE
     "AND" STRATA_NOT_OF_EXTENSION("pg_type", "t.oid")},
    {"pg_proc",
     "'pg_proc'::regclass, o.oid, 0",
     "o.oid",
     STRATA_IN_NAMESPACE("o.pronamespace", "pg_proc")},
    {"pg_aggregate",
     "'pg_proc'::regclass, o.aggfnoid, 0",
     "o.aggfnoid",
     "SELECT FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace"
     " WHERE p.oid = o.aggfnoid AND" STRATA_USER_NAMESPACE
     "AND" STRATA_NOT_OF_EXTENSION("pg_proc", "p.oid")},
    {"pg_trigger",
     "'pg_trigger'::regclass, o.oid, 0",
     "o.oid",
     STRATA_OF_RELATION("o.tgrelid"),
     "NOT o.tgisinternal AND "},
    {"pg_rewrite", "'pg_rewrite'::regclass, o.oid, 0", "o.oid", STRATA_OF_RELATION("o.ev_class")},
    {"pg_policy", "'pg_policy'::regclass, o.oid, 0", "o.oid", STRATA_OF_RELATION("o.polrelid")},
    {"pg_partitioned_table",
     "'pg_class'::regclass, o.partrelid, 0",
     "o.partrelid",
     STRATA_OF_RELATION("o.partrelid")},
    {"pg_inherits",
     "'pg_class'::regclass, o.inhrelid, 0",
     "o.inhrelid",
     STRATA_OF_RELATION("o.inhrelid")},
    {"pg_index",
     "'pg_class'::regclass, o.indexrelid, 0",
     "o.indexrelid",
     STRATA_OF_RELATION("o.indexrelid")},
    {"pg_sequence",
     "'pg_class'::regclass, o.seqrelid, 0",
     "o.seqrelid",
     STRATA_OF_RELATION("o.seqrelid")},
    {"pg_attrdef", "'pg_attrdef'::regclass, o.oid, 0", "o.oid", STRATA_OF_RELATION("o.adrelid")},
    {"pg_statistic_ext",
     "'pg_statistic_ext'::regclass, o.oid, 0",
     "o.oid",
     STRATA_OF_RELATION("o.stxrelid")},
    {"pg_namespace",
     "'pg_namespace'::regclass, o.oid, 0",
     "o.oid",
     "SELECT FROM pg_namespace n WHERE n.oid = o.oid AND" STRATA_USER_NAMESPACE},
    {"pg_extension", "'pg_extension'::regclass, o.oid, 0", "o.oid", "SELECT"},
};

/// A column that decides what an object is, with the values that the readers know.
struct deciding_column {
  std::string_view catalogue;
  std::string_view column;
  const char* understood; ///< SQL: what is true of such a value of `o`.
  int since = 13;
};

constexpr deciding_column deciding_columns[] = {
    {"pg_attribute", "attgenerated", "o.attgenerated IN ('', 's', 'v')"},
    {"pg_attribute", "attidentity", "o.attidentity IN ('', 'a', 'd')"},
    {"pg_attribute", "attstorage", "o.attstorage IN ('p', 'e', 'm', 'x')"},
    {"pg_attribute", "attcompression", "o.attcompression IN ('', 'p', 'l')", 14},
    {"pg_class", "relkind", "o.relkind IN ('r', 'p', 'v', 'm', 'i', 'I', 'S', 'c', 'f', 't')"},
    {"pg_class", "relpersistence", "o.relpersistence IN ('p', 'u')"},
    {"pg_class", "relreplident", "o.relreplident IN ('d', 'n', 'f', 'i')"},
    {"pg_constraint", "contype", "o.contype IN ('c', 'f', 'n', 'p', 't', 'u', 'x')"},
    {"pg_constraint", "confupdtype", "o.confupdtype IN (' ', 'a', 'r', 'c', 'n', 'd')"},
    {"pg_constraint", "confdeltype", "o.confdeltype IN (' ', 'a', 'r', 'c', 'n', 'd')"},
    {"pg_constraint", "confmatchtype", "o.confmatchtype IN (' ', 'f', 's')"},
    {"pg_constraint", "conenforced", "o.conenforced OR o.contype IN ('c', 'f')", 18},
    {"pg_constraint", "conperiod", "NOT o.conperiod OR o.contype IN ('p', 'u', 'f')", 18},
    {"pg_constraint", "convalidated", "o.convalidated OR o.contype IN ('c', 'f', 'n')"},
    {"pg_type", "typtype", "o.typtype IN ('b', 'c', 'd', 'e', 'm', 'p', 'r')"},
    {"pg_type", "typstorage", "o.typstorage IN ('p', 'e', 'm', 'x')"},
    {"pg_proc", "prokind", "o.prokind IN ('a', 'f', 'p', 'w')"},
    {"pg_proc", "provolatile", "o.provolatile IN ('i', 's', 'v')"},
    {"pg_proc", "proparallel", "o.proparallel IN ('r', 's', 'u')"},
    {"pg_proc",
     "proargmodes",
     "o.proargmodes IS NULL OR o.proargmodes::text[] <@ ARRAY['b', 'i', 'o', 't', 'v']"},
    {"pg_aggregate", "aggkind", "o.aggkind IN ('n', 'o', 'h')"},
    {"pg_aggregate", "aggfinalmodify", "o.aggfinalmodify IN ('r', 's', 'w')"},
    {"pg_aggregate", "aggmfinalmodify", "o.aggmfinalmodify IN ('r', 's', 'w')"},
    {"pg_trigger", "tgenabled", "o.tgenabled IN ('A', 'D', 'O', 'R')"},
    {"pg_trigger", "tgtype", "o.tgtype BETWEEN 0 AND 127"},
    {"pg_rewrite", "ev_type", "o.ev_type IN ('1', '2', '3', '4')"},
    {"pg_rewrite", "ev_enabled", "o.ev_enabled IN ('A', 'D', 'O', 'R')"},
    {"pg_policy", "polcmd", "o.polcmd IN ('*', 'a', 'd', 'r', 'w')"},
    {"pg_partitioned_table", "partstrat", "o.partstrat IN ('h', 'l', 'r')"},
    // DETACH PARTITION … CONCURRENTLY that did not come to its end; … FINALIZE brings it there.
    {"pg_inherits", "inhdetachpending", "NOT o.inhdetachpending", 14},
    {"pg_index", "indislive", "o.indislive"},
    {"pg_index",
     "indoption",
     "(SELECT pg_catalog.bool_and(v BETWEEN 0 AND 3)"
     " FROM pg_catalog.unnest(o.indoption::int2[]) v)"},
    {"pg_sequence",
     "seqtypid",
     "o.seqtypid IN ('int2'::regtype, 'int4'::regtype, 'int8'::regtype)"},
    {"pg_statistic_ext", "stxkind", "o.stxkind::text[] <@ ARRAY['d', 'e', 'f', 'm']"},
};

/// Columns that the readers know, or know to say nothing that a schema says.
struct known_columns {
  std::string_view catalogue;
  int since;
  std::string_view names;
};

constexpr known_columns columns_known[] = {
    {"pg_attribute",
     13,
     "attacl attalign attbyval attcacheoff attcollation attfdwoptions attgenerated "
     "atthasdef atthasmissing attidentity attinhcount attisdropped attislocal attlen "
     "attmissingval attname attndims attnotnull attnum attoptions attrelid "
     "attstattarget attstorage atttypid atttypmod"},
    {"pg_class",
     13,
     "oid relacl relallvisible relam relchecks relfilenode relforcerowsecurity "
     "relfrozenxid relhasindex relhasrules relhassubclass relhastriggers "
     "relispartition relispopulated relisshared relkind relminmxid relname "
     "relnamespace relnatts reloftype reloptions relowner relpages relpartbound "
     "relpersistence relreplident relrewrite relrowsecurity reltablespace "
     "reltoastrelid reltuples reltype"},
    {"pg_constraint",
     13,
     "conbin condeferrable condeferred conexclop confdeltype conffeqop confkey "
     "confmatchtype confrelid confupdtype conindid coninhcount conislocal conkey "
     "conname connamespace connoinherit conparentid conpfeqop conppeqop conrelid "
     "contype contypid convalidated oid"},
    {"pg_type",
     13,
     "oid typacl typalign typanalyze typarray typbasetype typbyval typcategory "
     "typcollation typdefault typdefaultbin typdelim typelem typinput typisdefined "
     "typispreferred typlen typmodin typmodout typname typnamespace typndims "
     "typnotnull typoutput typowner typreceive typrelid typsend typstorage typtype "
     "typtypmod"},
    {"pg_range", 13, "rngcanonical rngcollation rngsubdiff rngsubopc rngsubtype rngtypid"},
    {"pg_enum", 13, "enumlabel enumsortorder enumtypid oid"},
    {"pg_proc",
     13,
     "oid proacl proallargtypes proargdefaults proargmodes proargnames proargtypes "
     "probin proconfig procost proisstrict prokind prolang proleakproof proname "
     "pronamespace pronargdefaults pronargs proowner proparallel proretset prorettype "
     "prorows prosecdef prosrc prosupport protrftypes provariadic provolatile"},
    {"pg_aggregate",
     13,
     "aggcombinefn aggdeserialfn aggfinalextra aggfinalfn aggfinalmodify aggfnoid "
     "agginitval aggkind aggmfinalextra aggmfinalfn aggmfinalmodify aggminitval "
     "aggminvtransfn aggmtransfn aggmtransspace aggmtranstype aggnumdirectargs "
     "aggserialfn aggsortop aggtransfn aggtransspace aggtranstype"},
    {"pg_trigger",
     13,
     "oid tgargs tgattr tgconstraint tgconstrindid tgconstrrelid tgdeferrable "
     "tgenabled tgfoid tginitdeferred tgisinternal tgname tgnargs tgnewtable "
     "tgoldtable tgparentid tgqual tgrelid tgtype"},
    {"pg_rewrite", 13, "ev_action ev_class ev_enabled ev_qual ev_type is_instead oid rulename"},
    {"pg_policy", 13, "oid polcmd polname polpermissive polqual polrelid polroles polwithcheck"},
    {"pg_partitioned_table",
     13,
     "partattrs partclass partcollation partdefid partexprs partnatts partrelid "
     "partstrat"},
    {"pg_inherits", 13, "inhparent inhrelid inhseqno"},
    {"pg_index",
     13,
     "indcheckxmin indclass indcollation indexprs indexrelid indimmediate "
     "indisclustered indisexclusion indislive indisprimary indisready indisreplident "
     "indisunique indisvalid indkey indnatts indnkeyatts indoption indpred indrelid"},
    {"pg_sequence", 13, "seqcache seqcycle seqincrement seqmax seqmin seqrelid seqstart seqtypid"},
    {"pg_attrdef", 13, "adbin adnum adrelid oid"},
    {"pg_statistic_ext",
     13,
     "oid stxkeys stxkind stxname stxnamespace stxowner stxrelid stxstattarget"},
    {"pg_namespace", 13, "nspacl nspname nspowner oid"},
    {"pg_extension",
     13,
     "extcondition extconfig extname extnamespace extowner extrelocatable extversion "
     "oid"},
    {"pg_attribute", 14, "attcompression"},
    {"pg_class", 18, "relallfrozen"},
    {"pg_constraint", 15, "confdelsetcols"},
    {"pg_constraint", 18, "conenforced conperiod"},
    {"pg_type", 14, "typsubscript"},
    {"pg_range", 14, "rngmultitypid"},
    {"pg_proc", 14, "prosqlbody"},
    {"pg_inherits", 14, "inhdetachpending"},
    {"pg_index", 15, "indnullsnotdistinct"},
    {"pg_statistic_ext", 14, "stxexprs"},
};

// Catalogues of objects: those of others would not be missed.
constexpr const char* object_catalogues =
    "'pg_am', 'pg_amop', 'pg_amproc', 'pg_attrdef', 'pg_cast', 'pg_class', 'pg_collation',"
    " 'pg_constraint', 'pg_conversion', 'pg_default_acl', 'pg_event_trigger', 'pg_extension',"
    " 'pg_foreign_data_wrapper', 'pg_foreign_server', 'pg_language', 'pg_namespace', 'pg_opclass',"
    " 'pg_operator', 'pg_opfamily', 'pg_policy', 'pg_proc', 'pg_publication',"
    " 'pg_publication_namespace', 'pg_publication_rel', 'pg_rewrite', 'pg_statistic_ext',"
    " 'pg_subscription', 'pg_transform', 'pg_trigger', 'pg_ts_config', 'pg_ts_dict',"
    " 'pg_ts_parser', 'pg_ts_template', 'pg_type', 'pg_user_mapping'";

/// A word of `names`, which blanks divide.
bool has_word(std::string_view names, std::string_view word) {
  while (!names.empty()) {
    const auto end = std::min(names.find(' '), names.size());
    if (names.substr(0, end) == word)
      return true;
    names.remove_prefix(std::min(end + 1, names.size()));
  }
  return false;
}

bool is_known(std::string_view catalogue, std::string_view column, int newest) {
  return std::ranges::any_of(columns_known, [&](const known_columns& each) {
    return each.catalogue == catalogue && each.since <= newest && has_word(each.names, column);
  });
}

/// `column b of table t, whose attgenerated is w`: of the rows for which a value is not understood.
/// `values` is a list of rows: a column's name, its value as text, whether that is understood.
std::string rows_query(const said_catalogue& in, const std::string& values) {
  return fmt::format("SELECT pg_catalog.pg_describe_object({0}) || ', whose ' || v.name || ' is '"
                     " || v.value || ', which this Strata does not know'"
                     " FROM pg_catalog.{1} o CROSS JOIN LATERAL (VALUES {2})"
                     " v(name, value, understood)"
                     " WHERE {3}v.understood IS FALSE AND EXISTS ({4})",
                     in.object,
                     in.name,
                     values,
                     in.where,
                     in.of_users);
}

void add(std::string& list, const char* between, const std::string& more) {
  list += (list.empty() ? "" : between) + more;
}

/// The values that the server's own objects have are a column's defaults; where it has none of the
/// kind, nothing, false and nought are.
std::string has_default(const said_catalogue& in, const std::string& column) {
  std::string id = in.id;
  id.replace(0, 1, "s");
  return fmt::format("CASE WHEN EXISTS (SELECT FROM pg_catalog.{0} s WHERE {1} < 16384) THEN"
                     " coalesce(pg_catalog.to_jsonb(o) ->> '{2}', '') IN (SELECT"
                     "  coalesce(pg_catalog.to_jsonb(s) ->> '{2}', '') FROM pg_catalog.{0} s"
                     "  WHERE {1} < 16384)"
                     " ELSE coalesce(pg_catalog.to_jsonb(o) ->> '{2}', '')"
                     "  IN ('', 'false', '0', '[]', '{{}}', '-') END",
                     in.name,
                     id,
                     column);
}

/// Of a server that is newer than all that were tried.
std::string unknown_columns_query(postgresql_catalogue& catalogue) {
  std::string query;
  for (const said_catalogue& in : said_catalogues) {
    std::string values;
    for (const auto& row : catalogue.ask(fmt::format(
             "SELECT a.attname FROM pg_catalog.pg_attribute a WHERE a.attrelid ="
             " 'pg_catalog.{}'::regclass AND a.attnum > 0 AND NOT a.attisdropped ORDER BY 1",
             in.name))) {
      const std::string column = text(row[0]);
      if (!is_known(in.name, column, catalogue.newest_known)) {
        const std::string name = catalogue.work.quote(column);
        add(values,
            ", ",
            fmt::format("({0}, coalesce(pg_catalog.to_jsonb(o) ->> {0}, 'null'), {1})",
                        name,
                        has_default(in, column)));
      }
    }
    if (!values.empty())
      add(query, " UNION ALL ", rows_query(in, values));
  }
  add(query,
      " UNION ALL ",
      fmt::format("SELECT DISTINCT pg_catalog.pg_describe_object(d.classid, d.objid, 0)"
                  " || ', of the catalogue ' || k.relname || ', which this Strata does not know'"
                  " FROM pg_catalog.pg_depend d JOIN pg_catalog.pg_class k ON k.oid = d.classid"
                  " WHERE d.objid >= 16384 AND k.relname NOT IN ({})",
                  object_catalogues));
  return query;
}

} // namespace

std::string not_understood_query(postgresql_catalogue& catalogue) {
  const int server = catalogue.work.conn().server_version() / 10000;
  std::string query;
  for (const said_catalogue& in : said_catalogues) {
    std::string values;
    for (const deciding_column& each : deciding_columns) {
      if (each.catalogue == in.name && each.since <= std::min(server, catalogue.newest_known)) {
        add(values, ", ", fmt::format("('{0}', o.{0}::text, {1})", each.column, each.understood));
      }
    }
    if (!values.empty())
      add(query, " UNION ALL ", rows_query(in, values));
  }
  if (server > catalogue.newest_known)
    add(query, " UNION ALL ", unknown_columns_query(catalogue));
  return query;
}

} // namespace strata::codegen
