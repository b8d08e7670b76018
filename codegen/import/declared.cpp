// Walks everything that holds SQL.
#include "codegen/import/declared.hpp"

#include "codegen/check/as_found.hpp"
#include "codegen/import/body_needs.hpp"
#include "codegen/import/cpp_names.hpp"
#include "codegen/import/declared_default.hpp"
#include "codegen/import/declared_sqlite_type.hpp"

#include <algorithm>

namespace strata::codegen {
namespace {

class declaring {
public:
  declaring(model::schema& schema, model::dialect on) : schema_(schema), on_(on) {}

  void run() {
    for (model::extension& each : schema_.extensions)
      each.version.clear(); // What the server has, as pg_dump says it too.
    for (model::table& each : schema_.tables)
      declare(each);
    for (model::view& each : schema_.views) {
      same(each.query);
      for (model::index& index : each.indexes)
        declare(index);
    }
    for (model::function& each : schema_.functions)
      same(each.definition);
    for (model::trigger& each : schema_.triggers) {
      same(each.events);
      same(each.action);
    }
    for (model::domain& each : schema_.domains) {
      declare(each.default_to, each.type);
      for (auto& check : each.checks)
        same(check.expression);
    }
    for (model::rule& each : schema_.rules)
      same(each.action);
    for (model::policy& each : schema_.policies) {
      same(each.using_sql);
      same(each.check_sql);
    }
    mark_as_found(schema_);
    add_needs_of_bodies(schema_);
    name_for_cpp(schema_);
  }

private:
  void same(model::sql_text& text) const {
    (on_ == model::dialect::postgresql ? text.sqlite : text.postgresql) = text.for_dialect(on_);
  }

  void declare(std::optional<model::default_value>& value, const model::data_type& type) const {
    if (!value)
      return;
    value = declared_default(*value, type, schema_, on_);
    if (auto* text = std::get_if<model::sql_text>(&*value))
      same(*text);
  }

  void declare(model::column& column) const {
    if (on_ == model::dialect::sqlite)
      declare_sqlite_type(column);
    declare(column.default_to, column.type);
    if (column.generated)
      same(column.generated->expression);
  }

  void declare(model::index& index) const {
    same(index.predicate);
    for (model::index_key& key : index.keys)
      same(key.expression);
  }

  void declare(model::table& table) const {
    for (model::column& each : table.columns)
      declare(each);
    for (auto& each : table.checks)
      same(each.expression);
    for (auto& each : table.exclusions) {
      same(each.predicate);
      for (auto& element : each.elements)
        same(element.expression);
    }
    for (model::index& each : table.indexes)
      declare(each);
  }

  model::schema& schema_;
  model::dialect on_;
};

} // namespace

model::schema as_declared(model::schema inspected, model::dialect on) {
  declaring(inspected, on).run();
  return inspected;
}

} // namespace strata::codegen
