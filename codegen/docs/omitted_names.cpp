// Tried by composing: what another object takes first must be said.
#include "codegen/docs/omitted_names.hpp"

#include "codegen/compose/default_names.hpp"

namespace strata::codegen {
namespace {

/// Calls `visit` with the table, and with each named element of the schema beside its likes in
/// two others. The three have the same elements.
template <typename Visit>
void each_element(model::schema& a, model::schema& b, const model::schema& c, Visit visit) {
  const auto walk = [&](const model::table& owner, auto& as, auto& bs, const auto& cs) {
    for (std::size_t i = 0; i < as.size(); ++i)
      visit(owner, as[i], bs[i], cs[i]);
  };
  for (std::size_t i = 0; i < a.tables.size(); ++i) {
    model::table& x = a.tables[i];
    model::table& y = b.tables[i];
    const model::table& z = c.tables[i];
    if (x.primary_key)
      visit(z, *x.primary_key, *y.primary_key, *z.primary_key);
    walk(z, x.uniques, y.uniques, z.uniques);
    walk(z, x.checks, y.checks, z.checks);
    walk(z, x.foreign_keys, y.foreign_keys, z.foreign_keys);
    walk(z, x.exclusions, y.exclusions, z.exclusions);
    walk(z, x.indexes, y.indexes, z.indexes);
  }
  for (std::size_t i = 0; i < a.views.size(); ++i) {
    model::table as_table;
    as_table.name = a.views[i].name;
    walk(as_table, a.views[i].indexes, b.views[i].indexes, c.views[i].indexes);
  }
}

void omit_of_domains(model::schema& schema) {
  for (model::domain& domain : schema.domains) {
    if (domain.checks.size() == 1 && domain.checks.front().name == domain_check_name(domain))
      domain.checks.front().name.clear();
  }
}

void omit_of_columns(model::schema& schema) {
  for (model::table& table : schema.tables) {
    for (model::column& column : table.columns) {
      if (column.not_null.name == not_null_name(table.name, column))
        column.not_null.name.clear();
    }
  }
}

} // namespace

model::schema without_default_names(const model::schema& schema) {
  model::schema omitted = schema;
  each_element(omitted, omitted, schema, [](const model::table& owner, auto& each, auto&, auto&) {
    const std::string name = std::move(each.name);
    each.name.clear();
    if (base_name(owner, each) != name)
      each.name = name;
  });
  for (bool differs = true; differs;) {
    differs = false;
    model::schema composed = omitted;
    name_all(composed);
    each_element(omitted,
                 composed,
                 schema,
                 [&](const model::table&, auto& each, const auto& named, const auto& wanted) {
                   if (named.name != wanted.name && !wanted.name.empty()) {
                     each.name = wanted.name;
                     differs = true;
                   }
                 });
  }
  omit_of_domains(omitted);
  omit_of_columns(omitted);
  return omitted;
}

} // namespace strata::codegen
