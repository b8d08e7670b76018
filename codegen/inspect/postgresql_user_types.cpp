// Domains, composite types and range types.
#include "codegen/inspect/postgresql_catalogue.hpp"

#include <map>

namespace strata::codegen {
namespace {

constexpr const char* domains_query =
    "SELECT b.oid, bn.nspname, b.typname, NOT b.typnotnull, pg_get_expr(b.typdefaultbin, 0),"
    " CASE WHEN b.typcollation <> t.typcollation THEN l.collname END,"
    " obj_description(b.oid, 'pg_type')," STRATA_TYPE_FIELDS(
        "b.typtypmod",
        "b.typndims") " FROM pg_type b JOIN pg_namespace bn ON bn.oid = b.typnamespace"
                      "  AND bn.nspname !~ '^pg_' AND bn.nspname <> "
                      "'information_schema'" STRATA_TYPE_JOINS(
                          "b.typbasetype") " LEFT JOIN pg_collation l ON l.oid = b.typcollation"
                                           " WHERE b.typtype = 'd' AND" STRATA_NOT_OF_EXTENSION(
                                               "pg_type", "b.oid");

constexpr const char* checks_query =
    "SELECT c.contypid, c.conname, pg_get_expr(c.conbin, 0), NOT c.convalidated,"
    " obj_description(c.oid, 'pg_constraint') FROM pg_constraint c"
    " WHERE c.contypid <> 0 AND c.contype = 'c' ORDER BY c.contypid, c.conname";

void read_domains(postgresql_catalogue& catalogue) {
  std::map<object_id, std::vector<model::check_constraint>> checks;
  for (const auto& row : catalogue.ask(checks_query)) {
    model::check_constraint& check = checks[row[0].as<object_id>()].emplace_back();
    check.name = text(row[1]);
    check.expression = only_postgresql(row[2]);
    check.not_valid = is_true(row[3]);
    check.comment = text(row[4]);
  }
  for (const auto& row : catalogue.ask(domains_query)) {
    model::domain& domain = catalogue.schema.domains.emplace_back();
    domain.name = catalogue.name(row[1], row[2]);
    domain.nullable = is_true(row[3]);
    if (!row[4].is_null())
      domain.default_to = only_postgresql(row[4]);
    domain.collation = text(row[5]);
    domain.comment = text(row[6]);
    domain.type = read_type(catalogue, row, 7);
    domain.checks = std::move(checks[row[0].as<object_id>()]);
  }
}

constexpr const char* attributes_query =
    "SELECT c.oid, cn.nspname, c.relname, obj_description(c.reltype, 'pg_type'), a.attname,"
    " CASE WHEN a.attcollation <> t.typcollation THEN l.collname END,"
    " col_description(c.oid, a.attnum)," STRATA_TYPE_FIELDS(
        "a.atttypmod",
        "a.attndims") " FROM pg_class c JOIN pg_namespace cn ON cn.oid = c.relnamespace"
                      "  AND cn.nspname !~ '^pg_' AND cn.nspname <> 'information_schema'"
                      " LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT "
                      "a.attisdropped"
                      " LEFT JOIN pg_type t ON t.oid = a.atttypid LEFT JOIN pg_namespace n ON "
                      "n.oid = t.typnamespace"
                      " LEFT JOIN pg_type e ON e.typarray = t.oid LEFT JOIN pg_namespace en ON "
                      "en.oid = "
                      "e.typnamespace"
                      " LEFT JOIN pg_collation l ON l.oid = a.attcollation"
                      " WHERE c.relkind = 'c' AND" STRATA_NOT_OF_EXTENSION(
                          "pg_class", "c.oid") "ORDER BY c.oid, a.attnum";

void read_composite_types(postgresql_catalogue& catalogue) {
  object_id last = 0;
  for (const auto& row : catalogue.ask(attributes_query)) {
    auto& all = catalogue.schema.composite_types;
    if (const auto id = row[0].as<object_id>(); id != last || all.empty()) {
      last = id;
      all.emplace_back().name = catalogue.name(row[1], row[2]);
      all.back().comment = text(row[3]);
    }
    if (row[4].is_null())
      continue;
    model::composite_type::attribute& attribute = all.back().attributes.emplace_back();
    attribute.name = text(row[4]);
    attribute.collation = text(row[5]);
    attribute.comment = text(row[6]);
    attribute.type = read_type(catalogue, row, 7);
  }
}

constexpr const char* ranges_query =
    "SELECT rn.nspname, r.typname, concat_ws(', ',"
    " CASE WHEN NOT o.opcdefault THEN 'SUBTYPE_OPCLASS = ' ||" STRATA_OPERATOR_CLASS_NAME "END,"
    " CASE WHEN g.rngcollation <> t.typcollation THEN 'COLLATION = ' || "
    "g.rngcollation::regcollation END,"
    " 'CANONICAL = ' || nullif(g.rngcanonical::oid, 0)::regproc,"
    " 'SUBTYPE_DIFF = ' || nullif(g.rngsubdiff::oid, 0)::regproc,"
    // The server chooses `floatmultirange` for `floatrange`, `x_multirange` for `x`, beside it; a
    // name without a schema would be looked for in the search path.
    " CASE WHEN m.typnamespace <> r.typnamespace OR m.typname <> CASE WHEN r.typname ~ 'range'"
    "  THEN regexp_replace(r.typname, 'range', 'multirange') ELSE r.typname || '_multirange' END"
    "  THEN 'MULTIRANGE_TYPE_NAME = ' || CASE WHEN m.typnamespace = r.typnamespace"
    "   AND rn.nspname = current_schema() THEN '' ELSE m.typnamespace::regnamespace || '.' END"
    "   || quote_ident(m.typname) END),"
    " obj_description(r.oid, 'pg_type')," STRATA_TYPE_FIELDS(
        "-1", "0") " FROM pg_range g JOIN pg_type r ON r.oid = g.rngtypid"
                   " JOIN pg_namespace rn ON rn.oid = r.typnamespace"
                   "  AND rn.nspname !~ '^pg_' AND rn.nspname <> 'information_schema'"
                   " JOIN pg_opclass o ON o.oid = g.rngsubopc"
                   " JOIN pg_namespace ns ON ns.oid = o.opcnamespace"
                   // Multiranges came with version 14.
                   " LEFT JOIN pg_type m ON m.oid = (to_jsonb(g) ->> "
                   "'rngmultitypid')::oid" STRATA_TYPE_JOINS(
                       "g.rngsubtype") " WHERE" STRATA_NOT_OF_EXTENSION("pg_type", "r.oid");

void read_range_types(postgresql_catalogue& catalogue) {
  for (const auto& row : catalogue.ask(ranges_query)) {
    model::range_type& range = catalogue.schema.range_types.emplace_back();
    range.name = catalogue.name(row[0], row[1]);
    range.options = text(row[2]);
    range.comment = text(row[3]);
    range.subtype = read_type(catalogue, row, 4);
  }
}

} // namespace

void read_user_types(postgresql_catalogue& catalogue) {
  read_domains(catalogue);
  read_composite_types(catalogue);
  read_range_types(catalogue);
}

} // namespace strata::codegen
