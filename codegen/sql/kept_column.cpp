// The statements that put it back are made from the catalogue when the migration runs: not all of
// it is declared.
#include "codegen/sql/kept_column.hpp"

#include "codegen/sql/pinned_block.hpp"
#include "codegen/sql/quote.hpp"

#include <fmt/format.h>

#include <cstdint>

namespace strata::codegen::sql {
namespace {

/// A setting of the transaction, with a name of its own for each column: FNV-1a of what it is.
std::string column_setting(const model::qualified_name& table, const std::string& column) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const char c : "COLUMN" + quote(table) + '.' + quote(column)) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  }
  return fmt::format("'strata.kept_{:016x}'", hash);
}

// Rows of `statement`, in the order in which they run. `held` are the column and its heirs'.
constexpr const char* statements = R"(
    SELECT 1 AS place, format('COMMENT ON COLUMN %s.%I IS %L', relation, attname, text) AS statement
      FROM held, col_description(attrelid, attnum) AS text WHERE text IS NOT NULL
    UNION ALL
    SELECT 2, format('GRANT %s (%I) ON TABLE %s TO %s%s', x.privilege_type, attname, relation,
        CASE x.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(x.grantee)) END,
        CASE WHEN x.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END)
      FROM held, aclexplode(attacl) AS x
    UNION ALL
    SELECT 3, format('ALTER TABLE ONLY %s ALTER COLUMN %I SET %s', relation, attname, setting)
      FROM held, unnest(settings) AS setting WHERE setting IS NOT NULL
    UNION ALL
    SELECT 4, said FROM (SELECT DISTINCT s.oid FROM held JOIN pg_depend d
          ON d.refclassid = 'pg_class'::regclass AND d.refobjid = attrelid AND d.refobjsubid = attnum
        JOIN pg_statistic_ext s ON s.oid = d.objid AND d.classid = 'pg_statistic_ext'::regclass) o
      JOIN pg_statistic_ext s ON s.oid = o.oid
      JOIN pg_namespace n ON n.oid = s.stxnamespace,
      unnest(ARRAY[pg_get_statisticsobjdef(s.oid),
        (SELECT format('ALTER STATISTICS %I.%I SET STATISTICS %s', n.nspname, s.stxname, s.stxstattarget)
          WHERE s.stxstattarget <> -1),
        (SELECT format('COMMENT ON STATISTICS %I.%I IS %L', n.nspname, s.stxname, text)
          FROM obj_description(s.oid, 'pg_statistic_ext') AS text WHERE text IS NOT NULL),
        format('ALTER STATISTICS %I.%I OWNER TO %I', n.nspname, s.stxname,
          pg_get_userbyid(s.stxowner))]) AS said
      WHERE said IS NOT NULL)";

constexpr const char* storage = R"(,
        CASE WHEN a.attstorage <> t.typstorage THEN 'STORAGE ' || CASE a.attstorage
          WHEN 'p' THEN 'PLAIN' WHEN 'e' THEN 'EXTERNAL' WHEN 'm' THEN 'MAIN' ELSE 'EXTENDED' END END,
        'COMPRESSION ' || CASE to_jsonb(a) ->> 'attcompression'
          WHEN 'p' THEN 'pglz' WHEN 'l' THEN 'lz4' END)";

} // namespace

verbatim
keep_column(const model::qualified_name& table, const std::string& column, bool keeps_type) {
  return {pinned_block(fmt::format("  which pg_catalog.oid := pg_catalog.to_regclass({});\n"
                                   "  kept pg_catalog.jsonb;\n",
                                   quote_text(quote(table))),
                       fmt::format(
                           R"(  WITH RECURSIVE heirs(oid) AS (
    SELECT which
    UNION SELECT i.inhrelid FROM pg_inherits i JOIN heirs ON heirs.oid = i.inhparent),
  held AS (
    SELECT a.*, a.attrelid::regclass AS relation, ARRAY[
        CASE WHEN a.attstattarget <> -1 THEN 'STATISTICS ' || a.attstattarget END,
        '(' || array_to_string(a.attoptions, ', ') || ')'{storage}]
      AS settings
      FROM heirs JOIN pg_attribute a ON a.attrelid = heirs.oid AND a.attname = {column}
      JOIN pg_type t ON t.oid = a.atttypid),
  all_of(place, statement) AS ({statements})
  SELECT coalesce(jsonb_agg(statement ORDER BY place), '[]') INTO kept FROM all_of;
  PERFORM set_config({setting}, kept::text, true);
)",
                           fmt::arg("column", quote_text(column)),
                           fmt::arg("storage", keeps_type ? storage : ""),
                           fmt::arg("statements", statements),
                           fmt::arg("setting", column_setting(table, column))))};
}

verbatim restore_column(const model::qualified_name& table, const std::string& column) {
  return {pinned_block("  one pg_catalog.text;\n",
                       fmt::format(R"(  FOR one IN SELECT jsonb_array_elements_text(
      current_setting({})::jsonb)
  LOOP
    EXECUTE one;
  END LOOP;
)",
                                   column_setting(table, column)))};
}

} // namespace strata::codegen::sql
