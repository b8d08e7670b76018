// Columns with their types, defaults and identities.
#include "codegen/compose/default_names.hpp"
#include "codegen/inspect/postgresql_catalogue.hpp"

#include <limits>
#include <optional>
#include <string_view>
#include <utility>

namespace strata::codegen {
namespace {

constexpr std::pair<std::string_view, model::type_kind> built_in[] = {
    {"int2", model::type_kind::smallint},
    {"int4", model::type_kind::integer},
    {"int8", model::type_kind::bigint},
    {"float4", model::type_kind::real},
    {"float8", model::type_kind::double_precision},
    {"numeric", model::type_kind::numeric},
    {"bool", model::type_kind::boolean},
    {"text", model::type_kind::text},
    {"varchar", model::type_kind::varchar},
    {"bpchar", model::type_kind::character},
    {"bytea", model::type_kind::bytea},
    {"date", model::type_kind::date},
    {"time", model::type_kind::time_of_day},
    {"timetz", model::type_kind::time_of_day_tz},
    {"timestamp", model::type_kind::timestamp},
    {"timestamptz", model::type_kind::timestamptz},
    {"interval", model::type_kind::interval},
    {"uuid", model::type_kind::uuid},
    {"json", model::type_kind::json},
    {"jsonb", model::type_kind::jsonb},
    {"inet", model::type_kind::inet},
    {"cidr", model::type_kind::cidr},
    {"macaddr", model::type_kind::macaddr},
    {"tsvector", model::type_kind::tsvector},
};

std::optional<model::type_kind> built_in_kind(std::string_view name) {
  for (const auto& [each, kind] : built_in) {
    if (each == name)
      return kind;
  }
  return std::nullopt;
}

constexpr int header_size = 4; ///< What the server adds to lengths in a type's modifier.

void set_modifier(model::data_type& type, int modifier) {
  using enum model::type_kind;
  if (modifier < 0)
    return;
  switch (type.kind) {
  case varchar:
  case character:
    type.length = modifier - header_size;
    break;
  case numeric:
    type.precision = ((modifier - header_size) >> 16) & 0xffff;
    // Eleven bits with a sign, since version 15.
    type.scale = (((modifier - header_size) & 0x7ff) ^ 1024) - 1024;
    break;
  case time_of_day:
  case time_of_day_tz:
  case timestamp:
  case timestamptz:
    type.precision = modifier;
    break;
  case interval:
    type.precision = modifier & 0xffff;
    break;
  default:
    break;
  }
}

std::optional<model::type_kind> counting_type(const pqxx::field& name) {
  const auto kind = built_in_kind(text(name));
  return kind;
}

/// Fields: mode, start, increment, minimum, maximum, cache, cycle, the type's own limits, whether
/// it is serial, the sequence's name and type.
std::optional<model::identity> read_identity(const pqxx::row& row, int at) {
  const auto field = [&](int offset) {
    return row[static_cast<pqxx::row::size_type>(at + offset)];
  };
  if (text(field(0)).empty() && !is_true(field(9)))
    return std::nullopt;
  const bool rises = field(2).as<std::int64_t>() > 0;
  const auto lowest = rises ? 1 : field(7).as<std::int64_t>();
  const auto highest = rises ? field(8).as<std::int64_t>() : -1;
  model::identity identity;
  identity.when =
      text(field(0)) == "a" ? model::identity::mode::always : model::identity::mode::by_default;
  if (is_true(field(9)))
    identity.when = model::identity::mode::serial;
  identity.sequence = text(field(10));
  identity.counts = counting_type(field(11));
  identity.start =
      unless(field(1), rises ? field(3).as<std::int64_t>() : field(4).as<std::int64_t>());
  identity.increment = unless(field(2), 1);
  identity.minimum = unless(field(3), lowest);
  identity.maximum = unless(field(4), highest);
  identity.cache = unless(field(5), 1);
  identity.cycle = is_true(field(6));
  return identity;
}

/// A sequence that is named and counts as it would by itself needs no word.
void drop_defaults(const model::qualified_name& table, model::column& column) {
  model::table owner;
  owner.name = table;
  if (column.identity->sequence == identity_sequence_name(owner, column))
    column.identity->sequence.clear();
  if (column.identity->counts == column.type.kind)
    column.identity->counts.reset();
}

std::string storage_of(const pqxx::field& field) {
  switch (text(field).empty() ? ' ' : text(field)[0]) {
  case 'p':
    return "plain";
  case 'e':
    return "external";
  case 'x':
    return "extended";
  case 'm':
    return "main";
  default:
    return {};
  }
}

std::string compression_of(const pqxx::field& field) {
  const std::string letter = text(field);
  return letter == "p" ? "pglz" : letter == "l" ? "lz4" : "";
}

/// A partition's columns are its parent's: of its own are those that differ, in what may differ. So
/// are an heir's that it does not declare itself.
#define STRATA_IS_OWN                                                                              \
  " CASE WHEN c.relispartition OR NOT a.attislocal THEN EXISTS (SELECT FROM pg_inherits h"         \
  "  JOIN pg_attribute p ON p.attrelid = h.inhparent AND p.attname = a.attname"                    \
  "  LEFT JOIN pg_attrdef e ON e.adrelid = p.attrelid AND e.adnum = p.attnum"                      \
  "  WHERE h.inhrelid = c.oid AND (a.attnotnull <> p.attnotnull"                                   \
  "   OR col_description(a.attrelid, a.attnum) IS NOT NULL"                                        \
  "   OR pg_get_expr(d.adbin, d.adrelid) IS DISTINCT FROM pg_get_expr(e.adbin, e.adrelid)))"       \
  " ELSE true END"

constexpr const char* columns_query =
    "SELECT a.attrelid, a.attname, NOT a.attnotnull, a.attgenerated, pg_get_expr(d.adbin, "
    "d.adrelid),"
    " CASE WHEN a.attcollation <> t.typcollation THEN l.collname END,"
    " col_description(a.attrelid, a.attnum)," STRATA_TYPE_FIELDS(
        "a.atttypmod",
        "a.attndims") ","
                      // The identity's sequence.
                      " a.attidentity, s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, "
                      "s.seqcycle,"
                      " CASE s.seqtypid WHEN 'int2'::regtype THEN -32768 WHEN 'int4'::regtype THEN "
                      "-2147483648"
                      "  ELSE -9223372036854775808 END,"
                      " CASE s.seqtypid WHEN 'int2'::regtype THEN 32767 WHEN 'int4'::regtype THEN "
                      "2147483647"
                      "  ELSE 9223372036854775807 END,"
                      " o.deptype = 'a', sc.relname, st.typname,"
                      " CASE WHEN a.attstorage <> t.typstorage THEN a.attstorage END,"
                      " to_jsonb(a) ->> 'attcompression', nullif(a.attstattarget, -1),"
                      " array_to_string(a.attoptions, ', '), NOT (c.relispartition OR "
                      "a.attislocal),"
                      // A constraint since version 18; that of a parent has the parent's name.
                      " CASE WHEN nn.coninhcount = 0 THEN nn.conname END, NOT nn.convalidated, "
                      "nn.connoinherit"
                      " FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid AND c.relkind IN "
                      "('r', 'p')"
                      " JOIN pg_namespace cn ON cn.oid = c.relnamespace"
                      "  AND cn.nspname !~ '^pg_' AND cn.nspname <> "
                      "'information_schema'" STRATA_TYPE_JOINS(
                          "a.atttypid") " LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND "
                                        "d.adnum = a.attnum"
                                        " LEFT JOIN pg_constraint nn ON nn.conrelid = a.attrelid"
                                        "  AND nn.contype = 'n' AND nn.conkey = ARRAY[a.attnum]"
                                        " LEFT JOIN pg_collation l ON l.oid = a.attcollation"
                                        " LEFT JOIN (pg_depend o JOIN pg_sequence s ON s.seqrelid "
                                        "= o.objid"
                                        "  JOIN pg_class sc ON sc.oid = s.seqrelid JOIN pg_type st "
                                        "ON st.oid = s.seqtypid)"
                                        "  ON o.classid = 'pg_class'::regclass AND o.refclassid = "
                                        "'pg_class'::regclass"
                                        "  AND o.refobjid = a.attrelid AND o.refobjsubid = a.attnum"
                                        "  AND (o.deptype = 'i' OR" STRATA_IS_SERIAL ")"
                                        " WHERE a.attnum > 0 AND NOT a.attisdropped "
                                        "AND" STRATA_IS_OWN " ORDER BY a.attrelid, a.attnum";

// Whose text is the description of a view's column.
#define STRATA_VIEW_COLUMNS                                                                        \
  " FROM pg_description o JOIN pg_attribute a"                                                     \
  "  ON a.attrelid = o.objoid AND a.attnum = o.objsubid"                                           \
  " JOIN pg_class c ON c.oid = a.attrelid AND c.relkind IN ('v', 'm')"

constexpr const char* view_columns_query =
    "SELECT a.attrelid, a.attname, o.description," STRATA_TYPE_FIELDS("a.atttypmod", "a.attndims")
        STRATA_VIEW_COLUMNS STRATA_TYPE_JOINS(
            "a.atttypid") " WHERE o.classoid = 'pg_class'::regclass ORDER BY a.attrelid, a.attnum";

} // namespace

model::data_type read_type(const postgresql_catalogue& catalogue, const pqxx::row& row, int at) {
  const auto field = [&](int offset) {
    return row[static_cast<pqxx::row::size_type>(at + offset)];
  };
  model::data_type type;
  const bool is_system = text(field(0)) == "pg_catalog";
  const auto kind = is_system ? built_in_kind(text(field(1))) : std::nullopt;
  // interval's fields (`year to month`) are words, not a number.
  const bool has_fields =
      kind == model::type_kind::interval && text(field(6)).find(' ') != std::string::npos;
  // `bpchar` alone is of any length, where `char` alone is `char(1)`.
  const bool has_any_length = kind == model::type_kind::character && field(4).as<int>() < 0;
  if (kind && !has_fields && !has_any_length) {
    type.kind = *kind;
    set_modifier(type, field(4).as<int>());
  } else {
    const bool is_enumeration = text(field(2)) == "e";
    type.kind = is_enumeration ? model::type_kind::enumeration : model::type_kind::named;
    type.name = catalogue.name(field(0), field(1));
    if (is_system)
      type.name.schema.clear();
    type.modifier = text(field(6));
  }
  if (is_true(field(3)))
    type.array_dimensions = std::max(field(5).as<int>(), 1);
  return type;
}

void read_columns(postgresql_catalogue& catalogue) {
  for (const auto& row : catalogue.ask(columns_query)) {
    model::table* table = catalogue.table(row[0]);
    if (table == nullptr)
      continue;
    model::column& column = table->columns.emplace_back();
    column.name = text(row[1]);
    column.nullable = is_true(row[2]);
    column.comment = text(row[6]);
    if (is_true(row[30])) {
      column.type.kind = model::type_kind::named; // As inherited.
      if (text(row[3]).empty() && !row[4].is_null())
        column.default_to = only_postgresql(row[4]);
      continue;
    }
    if (!text(row[3]).empty()) {
      column.generated =
          model::generated{only_postgresql(row[4]),
                           text(row[3]) == "v" ? model::generated::storage::computed_on_read
                                               : model::generated::storage::stored};
    } else if (!row[4].is_null() && !is_true(row[23])) {
      column.default_to = only_postgresql(row[4]);
    }
    column.collation = text(row[5]);
    column.type = read_type(catalogue, row, 7);
    column.identity = read_identity(row, 14);
    if (column.identity)
      drop_defaults(table->name, column);
    column.storage = storage_of(row[26]);
    column.compression = compression_of(row[27]);
    if (!row[28].is_null())
      column.statistics = row[28].as<std::int64_t>();
    column.parameters = text(row[29]);
    column.not_null = {text(row[31]), is_true(row[32]), is_true(row[33])};
  }
}

/// Those that have a comment: the others are the query's alone.
void read_view_columns(postgresql_catalogue& catalogue) {
  for (const auto& row : catalogue.ask(view_columns_query)) {
    const auto view = catalogue.views.find(row[0].as<object_id>());
    if (view == catalogue.views.end())
      continue;
    model::column& column = view->second.columns.emplace_back();
    column.name = text(row[1]);
    column.nullable = true;
    column.comment = text(row[2]);
    column.type = read_type(catalogue, row, 3);
  }
}

} // namespace strata::codegen
