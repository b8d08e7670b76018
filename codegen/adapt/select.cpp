// Leaves out objects of the other database and finds what still uses them.
#include "codegen/adapt/select.hpp"

#include "codegen/adapt/unsupported.hpp"
#include "codegen/compose/further_objects.hpp"

#include <fmt/format.h>

#include <set>
#include <string>

namespace strata::codegen {
namespace {

class selection {
public:
  selection(model::dialect on, diagnostics& out) : on_(on), out_(out) {}

  model::schema select(const model::schema& declared) {
    model::schema kept;
    kept.named_schemas = declared.named_schemas;
    if (on_ == model::dialect::postgresql) {
      kept.extensions = declared.extensions;
    }
    kept.enumerations = chosen(declared.enumerations);
    kept.tables = chosen(declared.tables);
    kept.views = chosen(declared.views);
    kept.functions = chosen(declared.functions);
    kept.triggers = chosen(declared.triggers);
    each_further(declared, kept, [&](const auto& all, auto& of_this) { of_this = chosen(all); });
    for (const model::table& table : declared.tables) {
      if (!table.only.has(on_)) {
        absent_tables_.insert(table.name);
      }
    }
    for (model::enumeration& enumeration : kept.enumerations) {
      enumeration.cpp_name.clear();
      enumeration.cpp_values.clear();
    }
    for (model::table& table : kept.tables) {
      select_within(table);
    }
    for (model::view& view : kept.views) {
      select_within(view);
    }
    for (const model::function& function : kept.functions) {
      need(function.definition, "function " + display(function.name), function.where);
    }
    for (const model::trigger& trigger : kept.triggers) {
      need(trigger.events, "trigger " + trigger.name, trigger.where);
      need(trigger.action, "trigger " + trigger.name, trigger.where);
      need_table(trigger.table, "trigger " + trigger.name, trigger.where);
    }
    for (const model::rule& rule : kept.rules) {
      need(rule.action, "rule " + rule.name, rule.where);
      need_table(rule.table, "rule " + rule.name, rule.where);
    }
    for (const model::policy& policy : kept.policies) {
      need_table(policy.table, "policy " + policy.name, policy.where);
    }
    for (const model::statistics& statistics : kept.statistics_objects) {
      need_table(statistics.table, "statistics " + display(statistics.name), statistics.where);
    }
    return kept;
  }

private:
  const char* name() const { return on_ == model::dialect::postgresql ? "postgresql" : "sqlite"; }

  template <typename Element>
  std::vector<Element> chosen(const std::vector<Element>& all) const {
    std::vector<Element> kept;
    kept.reserve(all.size());
    for (const Element& element : all) {
      if (element.only.has(on_)) {
        kept.push_back(element);
        kept.back().only = {};
      }
    }
    return kept;
  }

  /// Like chosen, in place; most elements stay.
  template <typename Element>
  void keep(std::vector<Element>& all) const {
    std::erase_if(all, [&](const Element& element) { return !element.only.has(on_); });
    for (Element& element : all) {
      element.only = {};
    }
  }

  void select_within(model::table& table) {
    std::set<std::string> absent;
    for (const model::column& column : table.columns) {
      if (!column.only.has(on_)) {
        absent.insert(column.name);
      }
    }
    keep(table.columns);
    keep(table.uniques);
    keep(table.checks);
    keep(table.foreign_keys);
    keep(table.exclusions);
    keep(table.indexes);
    table.cpp_name.clear();
    for (model::unique_constraint& unique : table.uniques) {
      unique.as_found = false;
    }
    if (on_ == model::dialect::postgresql) {
      forget_sqlite_keys(table);
    }
    for (model::column& column : table.columns) {
      select_within(column, table);
    }
    find_texts(table);
    for (model::foreign_key& key : table.foreign_keys) {
      key.as_found = false;
      need_table(key.target, "foreign key " + key.name, key.where);
    }
    need_table(table.descent.partition_of, "table " + display(table.name), table.where);
    for (const model::qualified_name& parent : table.descent.inherits) {
      need_table(parent, "table " + display(table.name), table.where);
    }
    if (!absent.empty()) {
      find_absent(table, absent);
      leave_out_values(table, absent);
    }
  }

  static void forget_sqlite_keys(model::table& table) {
    if (table.primary_key) {
      table.primary_key->sqlite_keys.clear();
    }
    for (model::unique_constraint& unique : table.uniques) {
      unique.sqlite_keys.clear();
    }
  }

  void select_within(model::column& column, const model::table& table) {
    const std::string what = display(table.name) + "." + column.name;
    column.cpp = {};
    if (column.generated) {
      need(column.generated->expression, what, column.where);
    }
    if (column.default_to) {
      if (const auto* text = std::get_if<model::sql_text>(&*column.default_to)) {
        need(*text, "default of " + what, column.where);
      }
    }
    if (on_ == model::dialect::postgresql) {
      column.sqlite_type.clear();
    }
  }

  void select_within(model::view& view) {
    std::erase_if(view.columns, [&](const model::column& column) {
      return column.comment.empty() || on_ == model::dialect::sqlite;
    });
    view.cpp_name.clear();
    keep(view.indexes);
    need(view.query, "view " + display(view.name), view.where);
  }

  void find_texts(const model::table& table) {
    for (const model::check_constraint& check : table.checks) {
      need(check.expression, "check " + check.name, check.where);
    }
    for (const model::index& index : table.indexes) {
      if (!index.predicate.empty()) {
        need(index.predicate, "predicate of index " + index.name, index.where);
      }
      for (const model::index_key& key : index.keys) {
        if (key.column.empty()) {
          need(key.expression, "expression of index " + index.name, index.where);
        }
      }
    }
  }

  void need(const model::sql_text& text, const std::string& what, const model::place& where) {
    if (text.for_dialect(on_).empty()) {
      unsupported(out_,
                  where,
                  "S320",
                  fmt::format("{} has no SQL for {}", what, name()),
                  fmt::format("write sql_for(postgresql, \"…\", sqlite, \"…\"), or declare it "
                              "`.only({})`",
                              on_ == model::dialect::postgresql ? "sqlite" : "postgresql"));
    }
  }

  void need_table(const model::qualified_name& table,
                  const std::string& what,
                  const model::place& where) {
    if (absent_tables_.contains(table)) {
      unsupported(out_,
                  where,
                  "S321",
                  fmt::format("{} uses table {}, which is not on {}", what, display(table), name()),
                  "give it the table's `.only(…)`");
    }
  }

  void find_absent(const model::table& table, const std::set<std::string>& absent) {
    const auto find = [&](const std::string& what,
                          const std::vector<std::string>& columns,
                          const model::place& where) {
      for (const std::string& column : columns) {
        if (absent.contains(column)) {
          unsupported(out_,
                      where,
                      "S321",
                      fmt::format("{} uses column {}.{}, which is not on {}",
                                  what,
                                  display(table.name),
                                  column,
                                  name()),
                      "give it the column's `.only(…)`");
        }
      }
    };
    if (table.primary_key) {
      find("primary key " + table.primary_key->name,
           table.primary_key->columns,
           table.primary_key->where);
    }
    for (const model::unique_constraint& unique : table.uniques) {
      find("unique " + unique.name, unique.columns, unique.where);
    }
    for (const model::foreign_key& key : table.foreign_keys) {
      find("foreign key " + key.name, key.columns, key.where);
    }
    for (const model::index& index : table.indexes) {
      std::vector<std::string> columns = index.include;
      for (const model::index_key& key : index.keys) {
        columns.push_back(key.column);
      }
      find("index " + index.name, columns, index.where);
    }
  }

  static void leave_out_values(model::table& table, const std::set<std::string>& absent) {
    if (!table.rows) {
      return;
    }
    for (std::size_t at = table.rows->columns.size(); at-- > 0;) {
      if (absent.contains(table.rows->columns[at])) {
        const auto offset = static_cast<std::ptrdiff_t>(at);
        table.rows->columns.erase(table.rows->columns.begin() + offset);
        for (model::reference_row& row : table.rows->rows) {
          row.values.erase(row.values.begin() + offset);
        }
      }
    }
  }

  model::dialect on_;
  diagnostics& out_;
  std::set<model::qualified_name> absent_tables_;
};

} // namespace

model::schema select(const model::schema& declared, model::dialect on, diagnostics& out) {
  return selection(on, out).select(declared);
}

} // namespace strata::codegen
