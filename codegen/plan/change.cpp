// Lookups by name, across renames.
#include "codegen/plan/change.hpp"

#include <algorithm>

namespace strata::codegen {
namespace {

template <typename Object>
std::map<model::qualified_name, const Object*> by_name(const std::vector<Object>& all) {
  std::map<model::qualified_name, const Object*> found;
  for (const Object& each : all) {
    found.emplace(each.name, &each);
  }
  return found;
}

template <typename Object>
const Object* find(const std::map<model::qualified_name, const Object*>& in,
                   const model::qualified_name& name) {
  const auto found = in.find(name);
  return found == in.end() ? nullptr : found->second;
}

/// Whether following `renames` from `start` leads back to it, by no lesser name.
template <typename Name>
bool is_least_of_circle(const std::map<Name, Name>& renames, const Name& start) {
  auto at = renames.find(start);
  for (std::size_t steps = 0; steps <= renames.size() && at != renames.end(); ++steps) {
    if (at->second == start) {
      return true;
    }
    if (at->second < start) {
      return false;
    }
    at = renames.find(at->second);
  }
  return false;
}

/// What operations_on finds an operation by; null: it is found by nothing.
struct subject_of_operation {
  template <typename Operation>
  const model::qualified_name* operator()(const Operation& of) const {
    if constexpr (requires { of.table.name.name; }) {
      return &of.table.name;
    } else if constexpr (requires { of.table.name; }) {
      return &of.table;
    } else if constexpr (requires { of.view.name; }) {
      return &of.view.name;
    } else if constexpr (requires { of.function.name; }) {
      return &of.function.name;
    } else if constexpr (requires { of.backfill.table; }) {
      return &of.backfill.table;
    } else if constexpr (requires { of.trigger.table; }) {
      return &of.trigger.table;
    } else {
      return nullptr;
    }
  }
};

} // namespace

bool is_parsed(const model::function& function) {
  const std::string& text = function.definition.postgresql;
  return text.find("BEGIN ATOMIC") != std::string::npos ||
         text.find("\nRETURN ") != std::string::npos;
}

std::string signature_of(const model::function& function) {
  const std::string& text = function.definition.postgresql;
  return function.parameters + ' ' + text.substr(0, text.find("LANGUAGE"));
}

change_lookup::change_lookup(const change& of)
    : of_(of),
      tables_before_(by_name(of.from.tables)),
      tables_after_(by_name(of.to.tables)),
      views_before_(by_name(of.from.views)),
      views_after_(by_name(of.to.views)) {
  for (const operation& one : of.operations) {
    if (const auto* subject = std::visit(subject_of_operation(), one)) {
      operations_[*subject].push_back(&one);
    }
    if (const auto* made = std::get_if<create_table>(&one)) {
      made_.insert(made->table.name);
    } else if (const auto* made_view = std::get_if<create_view>(&one)) {
      made_.insert(made_view->view.name);
    } else if (const auto* table = std::get_if<rename_table>(&one)) {
      old_names_[table->to] = table->from;
      new_names_[table->from] = table->to;
    } else if (const auto* view = std::get_if<rename_view>(&one)) {
      old_names_[view->to] = view->from;
      new_names_[view->from] = view->to;
    } else if (const auto* column = std::get_if<rename_column>(&one)) {
      new_columns_[column->table][column->from] = column->to;
    }
  }
}

const model::table* change_lookup::before(const model::qualified_name& table) const {
  return find(tables_before_, old_name(table));
}

const model::table* change_lookup::after(const model::qualified_name& table) const {
  return find(tables_after_, table);
}

const model::view* change_lookup::view_before(const model::qualified_name& view) const {
  return find(views_before_, old_name(view));
}

const model::view* change_lookup::view_after(const model::qualified_name& view) const {
  return find(views_after_, view);
}

bool change_lookup::is_new(const model::qualified_name& table) const {
  return made_.contains(table);
}

model::qualified_name change_lookup::old_name(const model::qualified_name& table) const {
  const auto found = old_names_.find(table);
  return found == old_names_.end() ? table : found->second;
}

model::qualified_name change_lookup::new_name(const model::qualified_name& old) const {
  const auto found = new_names_.find(old);
  return found == new_names_.end() ? old : found->second;
}

std::string change_lookup::new_column(const model::qualified_name& table,
                                      const std::string& old) const {
  const auto of_table = new_columns_.find(table);
  if (of_table == new_columns_.end()) {
    return old;
  }
  const auto found = of_table->second.find(old);
  return found == of_table->second.end() ? old : found->second;
}

std::string change_lookup::new_constraint(const model::qualified_name& table,
                                          const std::string& old) const {
  for (const operation* one : operations_on(table)) {
    const auto* renamed = std::get_if<rename_constraint>(one);
    if (renamed != nullptr && renamed->from == old)
      return renamed->to;
  }
  return old;
}

const std::vector<const operation*>&
change_lookup::operations_on(const model::qualified_name& object) const {
  static const std::vector<const operation*> none;
  const auto found = operations_.find(object);
  return found == operations_.end() ? none : found->second;
}

bool change_lookup::opens_circle(const rename_table& renamed) const {
  return is_least_of_circle(new_names_, renamed.from);
}

bool change_lookup::opens_circle(const rename_column& renamed) const {
  const auto of_table = new_columns_.find(renamed.table);
  return of_table != new_columns_.end() && is_least_of_circle(of_table->second, renamed.from);
}

std::string change_lookup::reason(model::object_kind kind,
                                  const model::qualified_name& owner,
                                  const model::qualified_name& name) const {
  for (const model::drop& drop : of_.transition.drops) {
    if (drop.kind == kind && drop.name == name && drop.owner == owner) {
      return drop.because;
    }
  }
  return {};
}

} // namespace strata::codegen
