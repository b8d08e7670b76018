// A constraint that was NOT VALID and is valid from now on: rows are read, and nothing is dropped.
#include "codegen/plan/constraint_facts.hpp"
#include "codegen/plan/postgresql.hpp"

#include <algorithm>

namespace strata::codegen {
namespace {

bool is_not_proven(const constraint& of) {
  return std::visit(
      [](const auto& each) {
        if constexpr (requires { each.not_valid; }) {
          return each.not_valid;
        } else {
          return false;
        }
      },
      of);
}

constraint proven(constraint of) {
  std::visit(
      [](auto& each) {
        each.comment.clear();
        if constexpr (requires { each.not_valid; }) {
          each.not_valid = false;
        }
      },
      of);
  return of;
}

/// Whether the operation changes what the constraint rests on, so that it must make way.
bool disturbs(const operation& one, const model::qualified_name& table) {
  if (const auto* altered = std::get_if<alter_column>(&one)) {
    return altered->table == table && (altered->before.type != altered->after.type ||
                                       altered->before.collation != altered->after.collation ||
                                       altered->before.generated != altered->after.generated);
  }
  if (const auto* gone = std::get_if<drop_constraint>(&one)) {
    return gone->table == table && !std::holds_alternative<model::foreign_key>(gone->constraint) &&
           !std::holds_alternative<model::check_constraint>(gone->constraint);
  }
  const auto* replaced = std::get_if<replace_index>(&one);
  return (replaced != nullptr && replaced->table == table) ||
         std::holds_alternative<replace_enumeration>(one);
}

} // namespace

bool postgresql_lowering::is_only_proven(const model::qualified_name& table,
                                         const std::string& name) const {
  const constraint* before = nullptr;
  const constraint* after = nullptr;
  for (const operation* one : names_.operations_on(table)) {
    if (const auto* gone = std::get_if<drop_constraint>(one);
        gone != nullptr && name_of(gone->constraint) == name) {
      before = &gone->constraint;
    } else if (const auto* added = std::get_if<add_constraint>(one);
               added != nullptr && name_of(added->constraint) == name) {
      after = &added->constraint;
    }
  }
  if (before == nullptr || after == nullptr || !is_not_proven(*before) || is_not_proven(*after) ||
      proven(*before) != proven(*after)) {
    return false;
  }
  const model::table* const owner = names_.after(table);
  if (owner == nullptr || !owner->descent.partition_of.name.empty() ||
      !owner->descent.inherits.empty()) {
    return false;
  }
  const auto* key = std::get_if<model::foreign_key>(after);
  return std::none_of(of_.operations.begin(), of_.operations.end(), [&](const operation& one) {
    return disturbs(one, table) || (key != nullptr && disturbs(one, key->target));
  });
}

} // namespace strata::codegen
