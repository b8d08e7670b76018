// By the rules of PostgreSQL 18, which keeps no value of such a column anywhere.
#include "codegen/adapt/virtual_columns.hpp"

#include "codegen/adapt/unsupported.hpp"
#include "codegen/sql/mention.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

namespace strata::codegen {
namespace {

class virtual_columns {
public:
  virtual_columns(const model::table& table, diagnostics& out) : table_(table), out_(out) {}

  void refuse(const std::string& name) {
    name_ = name;
    if (table_.primary_key) {
      check("primary key", table_.primary_key->columns, *table_.primary_key);
    }
    for (const model::unique_constraint& each : table_.uniques) {
      check("unique", each.columns, each);
    }
    for (const model::foreign_key& each : table_.foreign_keys) {
      check("foreign key", each.columns, each);
    }
    for (const model::exclusion_constraint& each : table_.exclusions) {
      std::vector<std::string> columns;
      bool is_mentioned = sql::mentions(each.predicate.postgresql, name_);
      for (const auto& element : each.elements) {
        columns.push_back(element.column);
        is_mentioned = is_mentioned || sql::mentions(element.expression.postgresql, name_);
      }
      check("exclusion", columns, each, is_mentioned);
    }
    for (const model::index& each : table_.indexes) {
      std::vector<std::string> columns = each.include;
      bool is_mentioned = sql::mentions(each.predicate.postgresql, name_);
      for (const model::index_key& key : each.keys) {
        columns.push_back(key.column);
        is_mentioned = is_mentioned || sql::mentions(key.expression.postgresql, name_);
      }
      check("index", columns, each, is_mentioned);
    }
  }

private:
  template <typename Element>
  void check(const char* kind,
             const std::vector<std::string>& columns,
             const Element& element,
             bool is_mentioned = false) {
    if (!is_mentioned && std::find(columns.begin(), columns.end(), name_) == columns.end()) {
      return;
    }
    unsupported(
        out_,
        element.where,
        "S341",
        fmt::format("PostgreSQL has no {} on a column that is computed on read, and {} has "
                    "{}.{}",
                    kind,
                    element.name,
                    display(table_.name),
                    name_),
        "write `.generated(…)`, which keeps the column's values, or declare what SQLite alone has "
        "`.only(sqlite)`");
  }

  const model::table& table_;
  diagnostics& out_;
  std::string name_;
};

} // namespace

void refuse_keys_on_virtual_columns(const model::table& table, diagnostics& out) {
  for (const model::column& each : table.columns) {
    if (each.generated && each.generated->kept == model::generated::storage::computed_on_read) {
      virtual_columns(table, out).refuse(each.name);
    }
  }
}

} // namespace strata::codegen
