// Reads PostgreSQL's catalogue in a fixed number of queries.
#include "codegen/inspect/postgresql.hpp"

#include "codegen/inspect/arrange.hpp"
#include "codegen/inspect/inspection_error.hpp"
#include "codegen/inspect/postgresql_catalogue.hpp"

#include <utility>

namespace strata::codegen {
namespace {

constexpr const char* own_path = "SET LOCAL search_path = pg_catalog, pg_temp; ";

void restore_path(postgresql_catalogue& catalogue, const std::string& path) {
  catalogue.work.exec("CLOSE strata_rows; SELECT pg_catalog.set_config('search_path', " +
                      catalogue.work.quote(path) + ", true)");
  catalogue.asked = false;
}

} // namespace

std::string default_schema_of(pqxx::transaction_base& work) {
  // Nothing here is looked up in the path: it is not yet known whose schemas stand in it.
  return text(work.exec("SELECT COALESCE((SELECT p.s FROM pg_catalog.unnest("
                        "pg_catalog.current_schemas(false)) WITH ORDINALITY AS p (s, n)"
                        " WHERE NOT pg_catalog.starts_with(p.s::pg_catalog.text, 'pg_')"
                        " ORDER BY p.n LIMIT 1), 'public')")[0][0]);
}

/// A query is resolved when its cursor is declared, and prints when it is fetched: in between the
/// path changes from the server's own schema to that whose names are to be printed short.
pqxx::result postgresql_catalogue::ask(const std::string& query) {
  const std::string close = asked ? "CLOSE strata_rows; " : "SET LOCAL cursor_tuple_fraction = 1; ";
  asked = true;
  return work.exec(close + own_path + "DECLARE strata_rows NO SCROLL CURSOR FOR " + query +
                   "; SET LOCAL search_path = " + work.quote_name(default_schema) +
                   ", pg_temp; FETCH ALL FROM strata_rows");
}

model::schema inspect_postgresql(pqxx::transaction_base& work) {
  left_out nothing;
  return inspect_postgresql(work, nothing);
}

model::schema
inspect_postgresql(pqxx::transaction_base& work, left_out& without, int newest_known) {
  const std::string path =
      text(work.exec("SELECT pg_catalog.current_setting('search_path')")[0][0]);
  postgresql_catalogue catalogue{
      work, default_schema_of(work), "strata_history", {}, {}, {}, {}, {}, newest_known};
  find_unsupported(catalogue);
  std::erase_if(catalogue.unsupported, [&](const auto& each) { return without.take(each); });
  if (!catalogue.unsupported.empty())
    throw inspection_error(std::move(catalogue.unsupported));
  catalogue.needed = read_dependencies(catalogue);
  read_schemas(catalogue);
  read_tables(catalogue);
  read_columns(catalogue);
  read_constraints(catalogue);
  read_views(catalogue);
  read_view_columns(catalogue);
  read_indexes(catalogue);
  read_routines(catalogue);
  read_sequences(catalogue);
  read_user_types(catalogue);
  read_attachments(catalogue);
  read_grants(catalogue);
  restore_path(catalogue, path);
  for (auto& [id, table] : catalogue.tables)
    catalogue.schema.tables.push_back(std::move(table));
  for (auto& [id, view] : catalogue.views)
    catalogue.schema.views.push_back(std::move(view));
  arrange(catalogue.schema);
  return std::move(catalogue.schema);
}

} // namespace strata::codegen
