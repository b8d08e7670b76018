// Owner and grants are read from the catalogue when the migration runs: no schema declares them.
#include "codegen/sql/rights.hpp"

#include "codegen/sql/pinned_block.hpp"
#include "codegen/sql/printer.hpp"
#include "codegen/sql/quote.hpp"

#include <fmt/format.h>

#include <cstdint>

namespace strata::codegen::sql {
namespace {

/// Where the catalogue has objects of a kind, and how statements name them.
struct catalogue {
  const char* word;
  const char* table;
  const char* owner;
  const char* acl;
  const char* default_acl; ///< As acldefault() calls the kind.
  const char* name_type;
  const char* key; ///< Tells objects of one name apart.
};

catalogue catalogue_of(owned_kind of) {
  switch (of) {
  case owned_kind::relation:
    return {"TABLE", "pg_class", "relowner", "relacl", "r", "regclass", "''"};
  case owned_kind::routine:
    // By their names: a type of them may be built anew meanwhile.
    return {"ROUTINE",
            "pg_proc",
            "proowner",
            "proacl",
            "f",
            "regprocedure",
            "proargtypes::regtype[]::text"};
  case owned_kind::statistics:
    return {"STATISTICS", "pg_statistic_ext", "stxowner", "", "", "", "''"};
  case owned_kind::type:
    break;
  }
  return {"TYPE", "pg_type", "typowner", "typacl", "T", "regtype", "''"};
}

/// What tells the objects, found on the caller's search path.
std::string place_of(owned_kind of, const model::qualified_name& name) {
  if (of == owned_kind::routine || of == owned_kind::statistics) {
    return fmt::format("  home pg_catalog.name := {};\n",
                       name.schema.empty() ? "pg_catalog.current_schema()"
                                           : quote_text(name.schema));
  }
  return fmt::format("  which pg_catalog.oid := pg_catalog.{}({});\n",
                     of == owned_kind::type ? "to_regtype" : "to_regclass",
                     quote_text(quote(name)));
}

std::string condition(owned_kind of, const model::qualified_name& name) {
  if (of == owned_kind::relation || of == owned_kind::type) {
    return "oid = which";
  }
  return fmt::format("{0}name = {1} AND {0}namespace = (SELECT n.oid FROM pg_namespace n WHERE "
                     "n.nspname = home)",
                     of == owned_kind::routine ? "pro" : "stx",
                     quote_text(name.name));
}

/// Of a relation's columns; rows of the catalogue as `x`, by the relation's `oid`.
const std::string column_grants = R"(coalesce((SELECT
          jsonb_agg(jsonb_build_array(x.privilege_type, x.grantee::bigint, x.is_grantable, a.attname))
          FROM pg_attribute a, aclexplode(a.attacl) x WHERE a.attrelid = pg_class.oid), '[]'))";

/// A privilege's column in parentheses, if it has one.
constexpr const char* of_column =
    " || CASE WHEN g.value ->> 3 IS NULL THEN '' ELSE format(' (%I)', g.value ->> 3) END";

constexpr const char* column_is_there = R"(
      WHERE g.value ->> 3 IS NULL OR EXISTS (SELECT FROM pg_attribute a
        WHERE a.attrelid = made.name::oid AND a.attname = g.value ->> 3))";

/// A setting of the transaction, with a name of its own for each object: FNV-1a of what it is.
std::string setting(owned_kind of, const model::qualified_name& name) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const char c : catalogue_of(of).word + quote(name)) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  }
  return fmt::format("'strata.kept_{:016x}'", hash);
}

std::string keep_statistics(const model::qualified_name& name) {
  return pinned_block(place_of(owned_kind::statistics, name),
                      fmt::format(R"(  PERFORM set_config({0},
    coalesce((SELECT jsonb_build_object('owner', pg_get_userbyid(stxowner),
        'target', coalesce(stxstattarget, -1))
      FROM pg_statistic_ext WHERE {1})::text, current_setting({0}, true)), true);
)",
                                  setting(owned_kind::statistics, name),
                                  condition(owned_kind::statistics, name)));
}

/// It may be gone for a while: with a column, or for another of its name.
std::string restore_statistics(const model::qualified_name& name) {
  return pinned_block(
      fmt::format("{}  kept pg_catalog.text := pg_catalog.current_setting({});\n",
                  place_of(owned_kind::statistics, name),
                  setting(owned_kind::statistics, name)),
      fmt::format(R"(  IF kept <> '' AND EXISTS (SELECT FROM pg_statistic_ext WHERE {1}) THEN
    EXECUTE format('ALTER STATISTICS %I.%I SET STATISTICS %s', home, {0}, kept::jsonb ->> 'target');
    EXECUTE format('ALTER STATISTICS %I.%I OWNER TO %I', home, {0}, kept::jsonb ->> 'owner');
  END IF;
)",
                  quote_text(name.name),
                  condition(owned_kind::statistics, name)));
}

} // namespace

std::string printer::operator()(const keep_rights& kept) const {
  if (kept.of == owned_kind::statistics) {
    return keep_statistics(kept.name);
  }
  const catalogue in = catalogue_of(kept.of);
  return pinned_block(
      place_of(kept.of, kept.name),
      fmt::format(
          R"(  PERFORM set_config({setting},
    (coalesce(nullif(current_setting({setting}, true), ''), '{{}}')::jsonb ||
      coalesce((SELECT jsonb_object_agg({key}, jsonb_build_object('oid', oid::bigint,
          'owner', pg_get_userbyid({owner}),
          'grants', coalesce((SELECT
            jsonb_agg(jsonb_build_array(privilege_type, grantee::bigint, is_grantable))
            FROM aclexplode(coalesce({acl}, acldefault('{default_acl}', {owner})))), '[]'){columns}))
        FROM {table} WHERE {condition}), '{{}}'))::text, true);
)",
          fmt::arg("setting", setting(kept.of, kept.name)),
          fmt::arg("key", in.key),
          fmt::arg("owner", in.owner),
          fmt::arg("acl", in.acl),
          fmt::arg("default_acl", in.default_acl),
          fmt::arg("columns", kept.of == owned_kind::relation ? " || " + column_grants : ""),
          fmt::arg("table", in.table),
          fmt::arg("condition", condition(kept.of, kept.name))));
}

std::string printer::operator()(const restore_rights& restored) const {
  if (restored.of == owned_kind::statistics) {
    return restore_statistics(restored.name);
  }
  const catalogue in = catalogue_of(restored.of);
  // The owner last: until then whoever runs this may grant.
  return pinned_block(
      fmt::format("{}  kept pg_catalog.jsonb := pg_catalog.current_setting({});\n  made record;\n"
                  "  one record;\n",
                  place_of(restored.of, restored.name),
                  setting(restored.of, restored.name)),
      fmt::format(
          R"(  FOR made IN SELECT oid::{name_type} AS name, kept -> {key} AS was,
      coalesce({acl}, acldefault('{default_acl}', {owner})) AS acl
    FROM {table} WHERE {condition} AND (kept -> {key} ->> 'oid')::bigint <> oid::bigint
  LOOP
    FOR one IN SELECT DISTINCT CASE grantee WHEN 0 THEN 'PUBLIC'
        ELSE quote_ident(pg_get_userbyid(grantee)) END AS role FROM aclexplode(made.acl)
    LOOP
      EXECUTE format('REVOKE ALL ON {word} %s FROM %s', made.name, one.role);
    END LOOP;
    FOR one IN SELECT (g.value ->> 0){column} AS privilege, CASE g.value ->> 1 WHEN '0' THEN 'PUBLIC'
        ELSE quote_ident(pg_get_userbyid((g.value ->> 1)::oid)) END AS role,
        CASE WHEN (g.value ->> 2)::boolean THEN ' WITH GRANT OPTION' ELSE '' END AS option
      FROM jsonb_array_elements(made.was -> 'grants') AS g{column_is_there}
    LOOP
      EXECUTE format('GRANT %s ON {word} %s TO %s%s',
        one.privilege, made.name, one.role, one.option);
    END LOOP;
    EXECUTE format('ALTER {word} %s OWNER TO %I', made.name, made.was ->> 'owner');
  END LOOP;
)",
          fmt::arg("name_type", in.name_type),
          fmt::arg("key", in.key),
          fmt::arg("owner", in.owner),
          fmt::arg("acl", in.acl),
          fmt::arg("default_acl", in.default_acl),
          fmt::arg("table", in.table),
          fmt::arg("word", in.word),
          fmt::arg("column", restored.of == owned_kind::relation ? of_column : ""),
          fmt::arg("column_is_there", restored.of == owned_kind::relation ? column_is_there : ""),
          fmt::arg("condition", condition(restored.of, restored.name))));
}

} // namespace strata::codegen::sql
