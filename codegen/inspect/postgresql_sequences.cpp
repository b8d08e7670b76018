// Sequences that no identity or serial column has for itself.
#include "codegen/inspect/postgresql_catalogue.hpp"

namespace strata::codegen {
namespace {

constexpr const char* sequences_query =
    "SELECT n.nspname, sc.relname, st.typname, s.seqstart, s.seqincrement, s.seqmin, s.seqmax,"
    " s.seqcache, s.seqcycle, cn.nspname, c.relname, a.attname,"
    " obj_description(sc.oid, 'pg_class'),"
    " CASE st.typname WHEN 'int2' THEN -32768 WHEN 'int4' THEN -2147483648"
    "  ELSE -9223372036854775808 END,"
    " CASE st.typname WHEN 'int2' THEN 32767 WHEN 'int4' THEN 2147483647"
    "  ELSE 9223372036854775807 END"
    " FROM pg_sequence s JOIN pg_class sc ON sc.oid = s.seqrelid"
    " JOIN pg_namespace n ON n.oid = sc.relnamespace JOIN pg_type st ON st.oid = s.seqtypid"
    " LEFT JOIN pg_depend o ON o.classid = 'pg_class'::regclass AND o.objid = sc.oid"
    "  AND o.objsubid = 0 AND o.refclassid = 'pg_class'::regclass AND o.deptype IN ('i', 'a')"
    " LEFT JOIN pg_class c ON c.oid = o.refobjid LEFT JOIN pg_namespace cn ON cn.oid = "
    "c.relnamespace"
    " LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = o.refobjsubid"
    " LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum"
    " WHERE (o.deptype IS NULL OR (o.deptype = 'a' AND NOT coalesce(" STRATA_IS_SERIAL ", false)))"
    " AND" STRATA_USER_NAMESPACE "AND" STRATA_NOT_OF_EXTENSION("pg_class", "sc.oid");

} // namespace

void read_sequences(postgresql_catalogue& catalogue) {
  for (const auto& row : catalogue.ask(sequences_query)) {
    if (text(row[10]) == catalogue.history_table && !catalogue.history_table.empty())
      continue;
    model::sequence& sequence = catalogue.schema.sequences.emplace_back();
    sequence.name = catalogue.name(row[0], row[1]);
    const std::string type = text(row[2]);
    sequence.type = type == "int2"   ? model::type_kind::smallint
                    : type == "int4" ? model::type_kind::integer
                                     : model::type_kind::bigint;
    const bool rises = row[4].as<std::int64_t>() > 0;
    const auto first = rises ? row[5].as<std::int64_t>() : row[6].as<std::int64_t>();
    sequence.start = unless(row[3], first);
    sequence.increment = unless(row[4], 1);
    sequence.minimum = unless(row[5], rises ? 1 : row[13].as<std::int64_t>());
    sequence.maximum = unless(row[6], rises ? row[14].as<std::int64_t>() : -1);
    sequence.cache = unless(row[7], 1);
    sequence.cycle = is_true(row[8]);
    if (!row[11].is_null()) {
      sequence.owner_table = catalogue.name(row[9], row[10]);
      sequence.owner_column = text(row[11]);
    }
    sequence.comment = text(row[12]);
  }
}

} // namespace strata::codegen
