// What the readers of PostgreSQL's catalogue share: the transaction, and the model as it grows.
#pragma once

#include <strata/model/schema.hpp>

#include <pqxx/pqxx>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace strata::codegen {

/// An object's identity in the catalogue.
using object_id = std::int64_t;

/// Relations and functions by the identity of what depends on them.
using dependencies = std::map<object_id, std::vector<model::qualified_name>>;

struct postgresql_catalogue {
  pqxx::transaction_base& work;
  std::string default_schema;
  std::string history_table;
  model::schema schema;
  std::map<object_id, model::table> tables;
  std::map<object_id, model::view> views;
  std::vector<std::string> unsupported;
  dependencies needed;
  int newest_known;   ///< The newest major version whose catalogue is known.
  bool asked = false; ///< A cursor is open.

  /// The rows of a query of ours. It finds the server's own functions, operators and types alone,
  /// whoever made others that fit better; what it prints has no schema where that is the default
  /// one.
  pqxx::result ask(const std::string& query);

  model::qualified_name name(const pqxx::field& in_schema, const pqxx::field& name) const {
    const std::string schema_name = in_schema.c_str();
    return {schema_name == default_schema ? std::string() : schema_name, name.c_str()};
  }

  std::vector<model::qualified_name> needs_of(const pqxx::field& id) const {
    const auto found = needed.find(id.as<object_id>());
    return found == needed.end() ? std::vector<model::qualified_name>() : found->second;
  }

  model::table* table(const pqxx::field& id) {
    const auto found = tables.find(id.as<object_id>());
    return found == tables.end() ? nullptr : &found->second;
  }
};

inline std::string text(const pqxx::field& field) { return field.is_null() ? "" : field.c_str(); }

/// The field's number; none where it is the usual one.
inline std::optional<std::int64_t> unless(const pqxx::field& field, std::int64_t usual) {
  const auto value = field.as<std::int64_t>();
  return value == usual ? std::nullopt : std::optional(value);
}

inline bool is_true(const pqxx::field& field) { return !field.is_null() && field.as<bool>(); }

inline model::sql_text only_postgresql(const pqxx::field& field) { return {text(field), {}}; }

/// An expression of an index, as pg_get_indexdef prints a single key of it, without parentheses.
model::sql_text index_expression(const pqxx::field& field);

/// Fields from `at`: the type's schema, name, kind, whether it is an array, the modifier and
/// dimensions, and what the server prints for the modifier.
model::data_type read_type(const postgresql_catalogue& catalogue, const pqxx::row& row, int at);

/// The fields that read_type takes, of a pg_type `t` with its namespace `n`, element type `e` and
/// that one's namespace `en`.
#define STRATA_TYPE_FIELDS(modifier, dimensions)                                                   \
  " coalesce(en.nspname, n.nspname), coalesce(e.typname, t.typname), coalesce(e.typtype, "         \
  "t.typtype), e.oid IS NOT NULL, " modifier ", " dimensions                                       \
  ", substr(format_type(coalesce(e.oid, t.oid), " modifier                                         \
  "), length(format_type(coalesce(e.oid, t.oid), NULL)) + 1)"

/// The joins that those fields need, for the type with that identity.
#define STRATA_TYPE_JOINS(type)                                                                    \
  " JOIN pg_type t ON t.oid = " type " JOIN pg_namespace n ON n.oid = t.typnamespace"              \
  " LEFT JOIN pg_type e ON e.typarray = t.oid"                                                     \
  " LEFT JOIN pg_namespace en ON en.oid = e.typnamespace"

/// Whether the sequence `s` (in pg_class `sc`) is what `serial` makes for the column `a` of the
/// table `c` with the default `d`; `o` is the dependency between them.
#define STRATA_IS_SERIAL                                                                           \
  " (o.deptype = 'a' AND a.atttypid IN ('int2'::regtype, 'int4'::regtype, 'int8'::regtype)"        \
  " AND sc.relnamespace = c.relnamespace AND obj_description(s.seqrelid, 'pg_class') IS NULL"      \
  " AND pg_get_expr(d.adbin, d.adrelid) = format('nextval(%L::regclass)', "                        \
  "s.seqrelid::regclass::text)) "

/// How SQL names the operator class `o` of the namespace `ns`.
#define STRATA_OPERATOR_CLASS_NAME                                                                 \
  " CASE WHEN pg_opclass_is_visible(o.oid) THEN quote_ident(o.opcname)"                            \
  " ELSE format('%I.%I', ns.nspname, o.opcname) END "

/// Of a trigger or rule.
model::firing read_firing(const pqxx::field& field);

dependencies read_dependencies(postgresql_catalogue& catalogue);

// Each reads one kind of object, in this order; later ones need what earlier ones found.
void read_schemas(postgresql_catalogue& catalogue);
void read_tables(postgresql_catalogue& catalogue);
void read_columns(postgresql_catalogue& catalogue);
void read_constraints(postgresql_catalogue& catalogue);
void read_views(postgresql_catalogue& catalogue);
void read_view_columns(postgresql_catalogue& catalogue);
void read_indexes(postgresql_catalogue& catalogue);
void read_routines(postgresql_catalogue& catalogue);
void read_sequences(postgresql_catalogue& catalogue);
void read_user_types(postgresql_catalogue& catalogue);
void read_attachments(postgresql_catalogue& catalogue);
void read_grants(postgresql_catalogue& catalogue);
void find_unsupported(postgresql_catalogue& catalogue);

/// The part of find_unsupported's query that looks at details, and outside the schemas.
std::string unsupported_details_query();

/// The part of it that names what nobody here understands: values that are not known, and columns
/// that are not known where the server is newer than `newest_known`.
std::string not_understood_query(postgresql_catalogue& catalogue);

/// Condition on a namespace `n`: not the server's own.
#define STRATA_USER_NAMESPACE " n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' "

/// Condition on the object `id` of the catalogue table `catalogue`: no extension owns it.
#define STRATA_NOT_OF_EXTENSION(catalogue, id)                                                     \
  " NOT EXISTS (SELECT FROM pg_depend x WHERE x.classid = '" catalogue                             \
  "'::regclass AND x.objid = " id " AND x.deptype = 'e') "

} // namespace strata::codegen
