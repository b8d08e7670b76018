// Schemas, extensions, enumerations, tables and views.
#include "codegen/inspect/postgresql_catalogue.hpp"

namespace strata::codegen {
namespace {

void read_named_schemas(postgresql_catalogue& catalogue) {
  const pqxx::result rows = catalogue.ask("SELECT n.nspname, obj_description(n.oid, 'pg_namespace')"
                                          " FROM pg_namespace n WHERE" STRATA_USER_NAMESPACE
                                          "AND" STRATA_NOT_OF_EXTENSION("pg_namespace", "n.oid"));
  for (const auto& row : rows) {
    // `public` is there in every database, whether or not a schema uses it.
    if (const std::string name = text(row[0]);
        name != catalogue.default_schema && name != "public") {
      catalogue.schema.named_schemas.push_back({name, text(row[1]), {}});
    }
  }
}

void read_extensions(postgresql_catalogue& catalogue) {
  const pqxx::result rows = catalogue.ask(
      "SELECT n.nspname, e.extname, e.extversion,"
      " nullif(obj_description(e.oid, 'pg_extension'), a.comment) FROM pg_extension e"
      " JOIN pg_namespace n ON n.oid = e.extnamespace"
      " LEFT JOIN pg_available_extensions() a ON a.name = e.extname WHERE e.extname <> 'plpgsql'");
  for (const auto& row : rows) {
    model::extension extension;
    const model::qualified_name name = catalogue.name(row[0], row[1]);
    extension.schema = name.schema;
    extension.name = name.name;
    extension.version = text(row[2]);
    extension.comment = text(row[3]);
    catalogue.schema.extensions.push_back(std::move(extension));
  }
}

void read_enumerations(postgresql_catalogue& catalogue) {
  const pqxx::result rows = catalogue.ask(
      "SELECT t.oid, n.nspname, t.typname, obj_description(t.oid, 'pg_type'), e.enumlabel"
      " FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace"
      " LEFT JOIN pg_enum e ON e.enumtypid = t.oid"
      " WHERE t.typtype = 'e' AND" STRATA_USER_NAMESPACE
      "AND" STRATA_NOT_OF_EXTENSION("pg_type", "t.oid") "ORDER BY t.oid, e.enumsortorder");
  object_id last = 0;
  for (const auto& row : rows) {
    auto& all = catalogue.schema.enumerations;
    if (const auto id = row[0].as<object_id>(); id != last || all.empty()) {
      last = id;
      model::enumeration& added = all.emplace_back();
      added.name = catalogue.name(row[1], row[2]);
      added.comment = text(row[3]);
    }
    if (!row[4].is_null())
      all.back().values.push_back(text(row[4]));
  }
}

} // namespace

void read_schemas(postgresql_catalogue& catalogue) {
  read_named_schemas(catalogue);
  read_extensions(catalogue);
  read_enumerations(catalogue);
}

namespace {

/// What descends from what: partitions and heirs.
void read_descent(postgresql_catalogue& catalogue) {
  const pqxx::result rows = catalogue.ask(
      "SELECT i.inhrelid, n.nspname, p.relname, c.relispartition,"
      " pg_get_expr(c.relpartbound, c.oid)"
      " FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid AND c.relkind IN ('r', 'p')"
      " JOIN pg_class p ON p.oid = i.inhparent JOIN pg_namespace n ON n.oid = p.relnamespace"
      " ORDER BY i.inhrelid, i.inhseqno");
  for (const auto& row : rows) {
    model::table* table = catalogue.table(row[0]);
    if (table == nullptr)
      continue;
    const model::qualified_name parent = catalogue.name(row[1], row[2]);
    if (is_true(row[3])) {
      table->descent.partition_of = parent;
      table->descent.bounds = text(row[4]);
    } else {
      table->descent.inherits.push_back(parent);
    }
  }
}

model::replica_identity replica_of(const pqxx::field& field) {
  switch (field.c_str()[0]) {
  case 'f':
    return model::replica_identity::full;
  case 'n':
    return model::replica_identity::nothing;
  case 'i':
    return model::replica_identity::index;
  default:
    return model::replica_identity::primary_key;
  }
}

/// Of the relation `c`, and of what is too long for its rows.
#define STRATA_STORAGE_PARAMETERS                                                                  \
  " array_to_string(c.reloptions || ARRAY(SELECT 'toast.' || o FROM pg_class t,"                   \
  "  unnest(t.reloptions) o WHERE t.oid = c.reltoastrelid), ', ')"

constexpr const char* tables_query =
    "SELECT c.oid, n.nspname, c.relname, c.relpersistence = 'u', obj_description(c.oid, "
    "'pg_class')," STRATA_STORAGE_PARAMETERS ","
    " CASE c.relkind WHEN 'p' THEN pg_get_partkeydef(c.oid) END, c.relrowsecurity,"
    " c.relforcerowsecurity, c.relreplident,"
    " (SELECT x.relname FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid"
    "  WHERE i.indrelid = c.oid AND i.indisreplident),"
    " (SELECT x.relname FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid"
    "  WHERE i.indrelid = c.oid AND i.indisclustered)"
    " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
    " WHERE c.relkind IN ('r', 'p') AND" STRATA_USER_NAMESPACE
    "AND" STRATA_NOT_OF_EXTENSION("pg_class", "c.oid");

} // namespace

void read_tables(postgresql_catalogue& catalogue) {
  for (const auto& row : catalogue.ask(tables_query)) {
    if (text(row[2]) == catalogue.history_table)
      continue;
    model::table& table = catalogue.tables[row[0].as<object_id>()];
    table.name = catalogue.name(row[1], row[2]);
    table.unlogged = is_true(row[3]);
    table.comment = text(row[4]);
    table.with = text(row[5]);
    table.descent.partitioned_by = text(row[6]);
    table.row_security = is_true(row[7]);
    table.row_security_forced = is_true(row[8]);
    table.replica = replica_of(row[9]);
    if (table.replica == model::replica_identity::index)
      table.replica_index = text(row[10]);
    table.clustered_on = text(row[11]);
  }
  read_descent(catalogue);
}

void read_views(postgresql_catalogue& catalogue) {
  const pqxx::result rows = catalogue.ask(
      "SELECT c.oid, n.nspname, c.relname, c.relkind = 'm', obj_description(c.oid, 'pg_class'),"
      " btrim(pg_get_viewdef(c.oid), '; ')," STRATA_STORAGE_PARAMETERS
      " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
      " WHERE c.relkind IN ('v', 'm') AND" STRATA_USER_NAMESPACE
      "AND" STRATA_NOT_OF_EXTENSION("pg_class", "c.oid"));
  for (const auto& row : rows) {
    model::view& view = catalogue.views[row[0].as<object_id>()];
    view.name = catalogue.name(row[1], row[2]);
    view.materialized = is_true(row[3]);
    view.comment = text(row[4]);
    view.query = only_postgresql(row[5]);
    view.with = text(row[6]);
    view.depends_on = catalogue.needs_of(row[0]);
  }
}

} // namespace strata::codegen
