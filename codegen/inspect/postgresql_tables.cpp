// Schemas, extensions, enumerations, tables and views.
#include "codegen/inspect/postgresql_catalogue.hpp"

namespace strata::codegen {
namespace {

void read_named_schemas(postgresql_catalogue& catalogue) {
  const pqxx::result rows =
      catalogue.work.exec("SELECT n.nspname FROM pg_namespace n WHERE" STRATA_USER_NAMESPACE
                          "AND" STRATA_NOT_OF_EXTENSION("pg_namespace", "n.oid"));
  for (const auto& row : rows) {
    // `public` is there in every database, whether or not a schema uses it.
    if (const std::string name = text(row[0]);
        name != catalogue.default_schema && name != "public") {
      catalogue.schema.named_schemas.emplace_back().name = name;
    }
  }
}

void read_extensions(postgresql_catalogue& catalogue) {
  const pqxx::result rows = catalogue.work.exec(
      "SELECT n.nspname, e.extname, e.extversion FROM pg_extension e"
      " JOIN pg_namespace n ON n.oid = e.extnamespace WHERE e.extname <> 'plpgsql'");
  for (const auto& row : rows) {
    model::extension extension;
    const model::qualified_name name = catalogue.name(row[0], row[1]);
    extension.schema = name.schema;
    extension.name = name.name;
    extension.version = text(row[2]);
    catalogue.schema.extensions.push_back(std::move(extension));
  }
}

void read_enumerations(postgresql_catalogue& catalogue) {
  const pqxx::result rows = catalogue.work.exec(
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

void read_tables(postgresql_catalogue& catalogue) {
  const pqxx::result rows =
      catalogue.work.exec("SELECT c.oid, n.nspname, c.relname, c.relpersistence = 'u', "
                          "obj_description(c.oid, 'pg_class')"
                          " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                          " WHERE c.relkind = 'r' AND" STRATA_USER_NAMESPACE
                          "AND" STRATA_NOT_OF_EXTENSION("pg_class", "c.oid"));
  for (const auto& row : rows) {
    if (text(row[2]) == catalogue.history_table)
      continue;
    model::table& table = catalogue.tables[row[0].as<object_id>()];
    table.name = catalogue.name(row[1], row[2]);
    table.unlogged = is_true(row[3]);
    table.comment = text(row[4]);
  }
}

void read_views(postgresql_catalogue& catalogue) {
  const pqxx::result rows = catalogue.work.exec(
      "SELECT c.oid, n.nspname, c.relname, c.relkind = 'm', obj_description(c.oid, 'pg_class'),"
      " rtrim(pg_get_viewdef(c.oid), ';')"
      " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
      " WHERE c.relkind IN ('v', 'm') AND" STRATA_USER_NAMESPACE
      "AND" STRATA_NOT_OF_EXTENSION("pg_class", "c.oid"));
  for (const auto& row : rows) {
    model::view& view = catalogue.views[row[0].as<object_id>()];
    view.name = catalogue.name(row[1], row[2]);
    view.materialized = is_true(row[3]);
    view.comment = text(row[4]);
    view.query = only_postgresql(row[5]);
    view.depends_on = catalogue.needs_of(row[0]);
  }
}

} // namespace strata::codegen
