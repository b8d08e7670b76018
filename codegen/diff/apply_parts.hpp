// What applying operations does within a table.
#pragma once

#include "codegen/diff/operation.hpp"

#include <string>

namespace strata::codegen {

struct constraint_adder {
  model::table& table;

  void operator()(const model::primary_key& added) const { table.primary_key = added; }

  void operator()(const model::unique_constraint& added) const { table.uniques.push_back(added); }

  void operator()(const model::check_constraint& added) const { table.checks.push_back(added); }

  void operator()(const model::foreign_key& added) const { table.foreign_keys.push_back(added); }

  void operator()(const model::exclusion_constraint& added) const {
    table.exclusions.push_back(added);
  }
};

struct constraint_remover {
  model::table& table;

  void operator()(const model::primary_key&) const { table.primary_key.reset(); }

  void operator()(const model::unique_constraint& of) const { erase(table.uniques, of.name); }

  void operator()(const model::check_constraint& of) const { erase(table.checks, of.name); }

  void operator()(const model::foreign_key& of) const { erase(table.foreign_keys, of.name); }

  void operator()(const model::exclusion_constraint& of) const { erase(table.exclusions, of.name); }

private:
  template <typename Element>
  static void erase(std::vector<Element>& elements, const std::string& name) {
    std::erase_if(elements, [&](const Element& each) { return each.name == name; });
  }
};

/// The column goes, and with it its values in the reference rows.
void remove_column(model::table& table, const std::string& name);

/// In checks, predicates and expressions of the table, as a database does it.
void rename_in_texts(model::table& table, const std::string& from, const std::string& to);

void change(model::table& table, const change_rows& by);

/// Columns by name, and rows by their values.
void sort_rows(model::table& table);

/// Where the comment that the operation sets is kept.
std::string* comment_of(model::schema& schema, const set_comment& op);

} // namespace strata::codegen
