// What the model cannot say: named, so that it is never left out in silence.
#include "codegen/inspect/postgresql_catalogue.hpp"

namespace strata::codegen {
namespace {

/// An object of a user's, in a catalogue with a namespace column, that no extension owns.
#define STRATA_OWN(catalogue, prefix)                                                              \
  " FROM " catalogue " o JOIN pg_namespace n ON n.oid = o." prefix                                 \
  "namespace WHERE" STRATA_USER_NAMESPACE "AND" STRATA_NOT_OF_EXTENSION(catalogue, "o.oid")

constexpr const char* relations_query =
    "SELECT CASE WHEN c.relkind = 'f' THEN 'foreign table ' || c.oid::regclass"
    "  WHEN c.reloftype <> 0 THEN 'table ' || c.oid::regclass || ', of a type'"
    "  WHEN c.relkind = 'S' THEN 'sequence ' || c.oid::regclass || ', which is unlogged'"
    "  ELSE 'table ' || c.oid::regclass || ', with the access method ' || m.amname END AS what"
    " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
    " LEFT JOIN pg_am m ON m.oid = c.relam"
    " WHERE (c.relkind = 'f' OR c.reloftype <> 0 OR (c.relkind = 'S' AND c.relpersistence = 'u')"
    "  OR (c.relkind IN ('r', 'm') AND m.amname <> 'heap'))"
    " AND" STRATA_USER_NAMESPACE "AND" STRATA_NOT_OF_EXTENSION(
        "pg_class",
        "c.oid") " UNION ALL SELECT 'index ' || i.indexrelid::regclass || ', which is not valid'"
                 " FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid"
                 " JOIN pg_namespace n ON n.oid = c.relnamespace"
                 " WHERE NOT i.indisvalid AND" STRATA_USER_NAMESPACE
                 // A partition is its parent's columns; what differs of them has no words.
                 " UNION ALL SELECT 'partition ' || c.oid::regclass || ', whose column ' || "
                 "a.attname"
                 "  || ' differs from its parent''s'"
                 " FROM pg_class c JOIN pg_inherits h ON h.inhrelid = c.oid"
                 " JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT "
                 "a.attisdropped"
                 " JOIN pg_attribute p ON p.attrelid = h.inhparent AND p.attname = a.attname"
                 " LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum"
                 " LEFT JOIN pg_attrdef e ON e.adrelid = h.inhparent AND e.adnum = p.attnum"
                 " JOIN pg_namespace n ON n.oid = c.relnamespace"
                 " WHERE c.relispartition AND c.relkind IN ('r', 'p') AND (a.attnotnull <> "
                 "p.attnotnull"
                 "  OR pg_get_expr(d.adbin, d.adrelid) IS DISTINCT FROM pg_get_expr(e.adbin, "
                 "e.adrelid))"
                 " AND" STRATA_USER_NAMESPACE " UNION ALL ";

constexpr const char* others_query = "SELECT 'base type ' || o.oid::regtype" STRATA_OWN(
    "pg_type",
    "typ") " AND o.typtype = 'b' AND o.typelem = 0"
           " UNION ALL SELECT 'operator ' || o.oid::regoperator" STRATA_OWN("pg_operator", "opr") " UNION ALL SELECT 'operator class ' || quote_ident(o.opcname)" STRATA_OWN("pg_opclass", "opc") " UNION ALL SELECT 'collation ' || quote_ident(o.collname)" STRATA_OWN("pg_collation", "coll") " UNION ALL SELECT 'conversion ' || quote_ident(o.conname)" STRATA_OWN(
               "pg_conversion",
               "con") " UNION ALL SELECT 'text search configuration ' || "
                      "quote_ident(o.cfgname)" STRATA_OWN("pg_ts_config",
                                                          "cfg") " UNION ALL SELECT 'text search "
                                                                 "dictionary ' || "
                                                                 "quote_ident(o."
                                                                 "dictname)" STRATA_OWN("pg_ts_"
                                                                                        "dict",
                                                                                        "dict") " U"
                                                                                                "NI"
                                                                                                "ON"
                                                                                                " A"
                                                                                                "LL"
                                                                                                " S"
                                                                                                "EL"
                                                                                                "EC"
                                                                                                "T "
                                                                                                "'c"
                                                                                                "as"
                                                                                                "t "
                                                                                                "fr"
                                                                                                "om"
                                                                                                " '"
                                                                                                " |"
                                                                                                "| "
                                                                                                "o."
                                                                                                "ca"
                                                                                                "st"
                                                                                                "so"
                                                                                                "ur"
                                                                                                "ce"
                                                                                                "::"
                                                                                                "re"
                                                                                                "gt"
                                                                                                "yp"
                                                                                                "e "
                                                                                                "||"
                                                                                                " '"
                                                                                                " t"
                                                                                                "o "
                                                                                                "' "
                                                                                                "||"
                                                                                                " o"
                                                                                                ".c"
                                                                                                "as"
                                                                                                "tt"
                                                                                                "ar"
                                                                                                "ge"
                                                                                                "t:"
                                                                                                ":r"
                                                                                                "eg"
                                                                                                "ty"
                                                                                                "pe"
                                                                                                "  "
                                                                                                "FR"
                                                                                                "OM"
                                                                                                " p"
                                                                                                "g_"
                                                                                                "ca"
                                                                                                "st"
                                                                                                " o"
                                                                                                " W"
                                                                                                "HE"
                                                                                                "RE"
                                                                                                " o"
                                                                                                ".o"
                                                                                                "id"
                                                                                                " >"
                                                                                                "= "
                                                                                                "16"
                                                                                                "38"
                                                                                                "4 "
                                                                                                "AN"
                                                                                                "D" STRATA_NOT_OF_EXTENSION("pg_cast", "o.oid") " UNION ALL SELECT 'event trigger ' || quote_ident(o.evtname) FROM pg_event_trigger o WHERE" STRATA_NOT_OF_EXTENSION(
                                                                                                    "pg_event_trigger",
                                                                                                    "o.oid") " ORDER BY 1";

} // namespace

void find_unsupported(postgresql_catalogue& catalogue) {
  for (const auto& row : catalogue.work.exec(std::string(relations_query) + others_query)) {
    catalogue.unsupported.push_back(text(row[0]));
  }
}

} // namespace strata::codegen
