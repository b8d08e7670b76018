// Reads PostgreSQL's catalogue in a fixed number of queries.
#include "codegen/inspect/postgresql.hpp"

#include "codegen/inspect/arrange.hpp"
#include "codegen/inspect/inspection_error.hpp"
#include "codegen/inspect/postgresql_catalogue.hpp"

#include <utility>

namespace strata::codegen {
namespace {

/// Lets the server print names of the default schema without it, and all others with theirs.
class pinned_search_path {
public:
  pinned_search_path(pqxx::transaction_base& work, const std::string& schema)
      : work_(work), before_(text(work.exec("SELECT current_setting('search_path')")[0][0])) {
    set(work.quote_name(schema));
  }

  pinned_search_path(const pinned_search_path&) = delete;
  pinned_search_path& operator=(const pinned_search_path&) = delete;

  void restore() { set(before_); }

private:
  void set(const std::string& path) {
    work_.exec("SELECT set_config('search_path', " + work_.quote(path) + ", true)");
  }

  pqxx::transaction_base& work_;
  std::string before_;
};

} // namespace

model::schema inspect_postgresql(pqxx::transaction_base& work) {
  left_out nothing;
  return inspect_postgresql(work, nothing);
}

model::schema inspect_postgresql(pqxx::transaction_base& work, left_out& without) {
  const pqxx::result current = work.exec("SELECT coalesce(current_schema(), 'public')");
  postgresql_catalogue catalogue{work, text(current[0][0]), "strata_history", {}, {}, {}, {}, {}};
  pinned_search_path path(work, catalogue.default_schema);
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
  path.restore();
  for (auto& [id, table] : catalogue.tables)
    catalogue.schema.tables.push_back(std::move(table));
  for (auto& [id, view] : catalogue.views)
    catalogue.schema.views.push_back(std::move(view));
  arrange(catalogue.schema);
  return std::move(catalogue.schema);
}

} // namespace strata::codegen
