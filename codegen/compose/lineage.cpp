// Parents before children; a column that both have is one.
#include "codegen/compose/lineage.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace strata::codegen {
namespace {

class inheriting {
public:
  explicit inheriting(model::schema& schema) {
    for (model::table& each : schema.tables)
      tables_.emplace(each.name, &each);
  }

  void run() {
    for (const auto& [_, table] : tables_)
      fill(*table);
  }

private:
  void fill(model::table& table) {
    if (!has_descent(table) || !done_.insert(table.name).second)
      return;
    std::vector<model::column> all;
    inherit(all, table.descent.partition_of);
    for (const model::qualified_name& parent : table.descent.inherits)
      inherit(all, parent);
    for (const model::column& own : table.columns)
      say(all, own);
    table.columns = std::move(all);
  }

  void inherit(std::vector<model::column>& to, const model::qualified_name& parent) {
    const auto found = tables_.find(parent);
    if (found == tables_.end())
      return; // A finding of check.
    fill(*found->second);
    add(to, found->second->columns);
  }

  static void add(std::vector<model::column>& to, const std::vector<model::column>& from) {
    for (const model::column& each : from) {
      const auto same = [&](const model::column& other) { return other.name == each.name; };
      if (std::none_of(to.begin(), to.end(), same))
        to.push_back(each);
    }
  }

  static void say(std::vector<model::column>& all, const model::column& own) {
    const auto found = std::find_if(
        all.begin(), all.end(), [&](const model::column& each) { return each.name == own.name; });
    if (found == all.end()) {
      all.push_back(own);
    } else if (is_as_inherited(own)) {
      found->default_to = own.default_to;
      found->nullable = own.nullable;
      found->not_null = own.not_null;
      found->comment = own.comment;
    }
  }

  std::map<model::qualified_name, model::table*> tables_;
  std::set<model::qualified_name> done_;
};

} // namespace

bool has_descent(const model::table& table) {
  return !table.descent.partition_of.name.empty() || !table.descent.inherits.empty();
}

bool is_as_inherited(const model::column& column) {
  return column.type.kind == model::type_kind::named && column.type.name.name.empty();
}

model::schema with_inherited_columns(model::schema schema) {
  inheriting(schema).run();
  return schema;
}

} // namespace strata::codegen
