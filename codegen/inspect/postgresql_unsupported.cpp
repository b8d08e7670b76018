// What the model cannot say: named, so that it is never left out in silence.
#include "codegen/inspect/postgresql_catalogue.hpp"

namespace strata::codegen {
namespace {

constexpr const char* unsupported_query =
    // Kinds of relations, and tables with properties of their own.
    "SELECT CASE c.relkind WHEN 'p' THEN 'partitioned table ' WHEN 'f' THEN 'foreign table '"
    "  WHEN 'c' THEN 'composite type ' WHEN 'S' THEN 'sequence ' ELSE 'table ' END"
    " || c.oid::regclass || CASE WHEN c.relkind <> 'r' THEN ''"
    "  WHEN c.relrowsecurity THEN ' with row-level security' WHEN c.relispartition THEN ', a "
    "partition'"
    "  WHEN c.relhassubclass THEN ', inherited from' WHEN c.reloftype <> 0 THEN ' of a type'"
    "  ELSE ' with storage parameters' END AS what"
    " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
    " WHERE" STRATA_USER_NAMESPACE "AND" STRATA_NOT_OF_EXTENSION(
        "pg_class",
        "c.oid") " AND (c.relkind IN ('p', 'f', 'c')"
                 "  OR (c.relkind = 'S' AND NOT EXISTS (SELECT FROM pg_depend i"
                 "   WHERE i.classid = 'pg_class'::regclass AND i.objid = c.oid AND i.deptype = "
                 "'i'))"
                 "  OR (c.relkind = 'r' AND (c.relrowsecurity OR c.relispartition OR "
                 "c.relhassubclass"
                 "   OR c.reloftype <> 0 OR c.reloptions IS NOT NULL)))"
                 " UNION ALL SELECT CASE t.typtype WHEN 'd' THEN 'domain ' ELSE 'range type ' END "
                 "|| t.oid::regtype"
                 " FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE t.typtype IN "
                 "('d', 'r')"
                 " AND" STRATA_USER_NAMESPACE "AND" STRATA_NOT_OF_EXTENSION(
                     "pg_type",
                     "t.oid") " UNION ALL SELECT 'aggregate or window function ' || "
                              "p.oid::regprocedure"
                              " FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE "
                              "p.prokind IN ('a', 'w')"
                              " AND" STRATA_USER_NAMESPACE "AND" STRATA_NOT_OF_EXTENSION(
                                  "pg_proc",
                                  "p.oid") " UNION ALL SELECT 'rule ' || r.rulename || ' of ' || "
                                           "c.oid::regclass FROM pg_rewrite r"
                                           " JOIN pg_class c ON c.oid = r.ev_class JOIN "
                                           "pg_namespace n ON n.oid = c.relnamespace"
                                           " WHERE r.rulename <> '_RETURN' "
                                           "AND" STRATA_USER_NAMESPACE
                                           "AND" STRATA_NOT_OF_EXTENSION(
                                               "pg_class",
                                               "c.oid") " UNION ALL SELECT 'trigger ' || t.tgname "
                                                        "|| ' of ' || c.oid::regclass"
                                                        "  || CASE WHEN t.tgconstraint <> 0 THEN "
                                                        "', a constraint trigger' ELSE ', which is "
                                                        "not enabled' END"
                                                        " FROM pg_trigger t JOIN pg_class c ON "
                                                        "c.oid = t.tgrelid JOIN pg_namespace n ON "
                                                        "n.oid = c.relnamespace"
                                                        " WHERE NOT t.tgisinternal AND "
                                                        "(t.tgconstraint <> 0 OR t.tgenabled <> "
                                                        "'O') AND" STRATA_USER_NAMESPACE
                                                        " UNION ALL SELECT 'index ' || "
                                                        "i.indexrelid::regclass || ', which is not "
                                                        "valid' FROM pg_index i"
                                                        " JOIN pg_class c ON c.oid = i.indrelid "
                                                        "JOIN pg_namespace n ON n.oid = "
                                                        "c.relnamespace"
                                                        " WHERE NOT i.indisvalid "
                                                        "AND" STRATA_USER_NAMESPACE
                                                        " UNION ALL SELECT 'foreign key ' || "
                                                        "o.conname || ', which sets some of its "
                                                        "columns only'"
                                                        " FROM pg_constraint o WHERE to_jsonb(o) "
                                                        "->> 'confdelsetcols' IS NOT NULL"
                                                        " ORDER BY 1";

} // namespace

void find_unsupported(postgresql_catalogue& catalogue) {
  for (const auto& row : catalogue.work.exec(unsupported_query)) {
    catalogue.unsupported.push_back(text(row[0]));
  }
}

} // namespace strata::codegen
