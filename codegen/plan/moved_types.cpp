// Types that change while columns hold them: they are built anew, with all that are made of them.
#include "codegen/compose/further_objects.hpp"
#include "codegen/diff/base_type.hpp"
#include "codegen/plan/action.hpp"
#include "codegen/plan/held_type.hpp"
#include "codegen/plan/setting_aside.hpp"

#include <algorithm>

namespace strata::codegen {
namespace {

model::data_type named_type(const model::qualified_name& name) {
  model::data_type type;
  type.kind = model::type_kind::named;
  type.name = name;
  return type;
}

template <typename Type>
const Type* find_type(const std::vector<Type>& in, const model::qualified_name& name) {
  const auto found =
      std::find_if(in.begin(), in.end(), [&](const auto& each) { return each.name == name; });
  return found == in.end() ? nullptr : &*found;
}

} // namespace

/// Calls `visit` with the table's new name and the column as it was and as it is.
template <typename Visit>
void setting_aside::each_kept_column(Visit visit) const {
  for (const model::table& table : of_.to.tables) {
    const model::table* const before =
        names_.is_new(table.name) ? nullptr : names_.before(table.name);
    if (before == nullptr) {
      continue;
    }
    for (const model::column& is : table.columns) {
      for (const model::column& was : before->columns) {
        if (names_.new_column(table.name, was.name) == is.name) {
          visit(table.name, was, is);
        }
      }
    }
  }
}

bool setting_aside::is_held_before_and_after(const model::qualified_name& type,
                                             bool only_within,
                                             bool by_one_column) const {
  const auto holds = [&](const model::schema& in, const model::column& column) {
    const hold found = hold_of(in, column.type, type);
    return only_within ? found == hold::within : found != hold::none;
  };
  bool was_held = false;
  bool is_held = false;
  bool stays_held = false;
  each_kept_column([&](const auto&, const model::column& was, const model::column& is) {
    was_held |= holds(of_.from, was);
    is_held |= holds(of_.to, is);
    stays_held |= holds(of_.from, was) && holds(of_.to, is);
  });
  // An ALTER waits until columns have let go of the type; one that is made anew cannot.
  return by_one_column ? stays_held : was_held && is_held;
}

/// Those whose own definition no ALTER reaches.
std::set<model::qualified_name> setting_aside::held_types_that_change() const {
  std::set<model::qualified_name> found;
  std::set<model::qualified_name> renamed;
  for (const operation& one : of_.operations) {
    if (const auto* gone = std::get_if<drop_object>(&one)) {
      const auto* domain = std::get_if<model::domain>(&gone->object);
      if (domain != nullptr && find_type(of_.to.domains, domain->name) != nullptr &&
          is_held_before_and_after(domain->name, false, false)) {
        found.insert(domain->name);
      }
    } else if (const auto* altered = std::get_if<alter_object>(&one)) {
      const auto* was = std::get_if<model::domain>(&altered->before);
      const auto* is = std::get_if<model::domain>(&altered->after);
      if (was != nullptr && tightens(*was, *is) && is_held_before_and_after(is->name, true, true)) {
        found.insert(is->name);
      } else if (const auto* composite = std::get_if<model::composite_type>(&altered->after);
                 composite != nullptr && changes_an_attribute(*altered) &&
                 is_held_before_and_after(composite->name, false, true)) {
        found.insert(composite->name);
      }
    } else if (const auto* name = std::get_if<rename_object>(&one)) {
      renamed.insert({name->from.schema, name->to}); // Two changes of one type at once.
    }
  }
  std::erase_if(found, [&](const auto& each) { return renamed.contains(each); });
  return found;
}

template <typename Type>
void setting_aside::move(const std::vector<Type>& before,
                         const std::vector<Type>& after,
                         const std::set<model::qualified_name>& changing) {
  const auto is_made_of = [&](const Type& type, const model::qualified_name& other) {
    return hold_of(of_.from, named_type(type.name), other) != hold::none ||
           hold_of(of_.to, named_type(type.name), other) != hold::none;
  };
  for (const Type& is : after) {
    if (find_type(before, is.name) == nullptr || !is_held_before_and_after(is.name, false, false)) {
      continue;
    }
    const bool is_moved = std::any_of(
        changing.begin(), changing.end(), [&](const auto& each) { return is_made_of(is, each); });
    // An enumeration that is built anew lets go of its columns at one stroke, and of no type.
    const bool is_bound =
        std::any_of(of_.operations.begin(), of_.operations.end(), [&](const operation& one) {
          const auto* replaced = std::get_if<replace_enumeration>(&one);
          return replaced != nullptr && is_made_of(is, replaced->after.name);
        });
    if (is_moved && !is_bound) {
      moved_types_.insert(is.name);
    }
  }
}

void setting_aside::find_moved_types() {
  const std::set<model::qualified_name> changing = held_types_that_change();
  if (changing.empty()) {
    return;
  }
  move(of_.from.domains, of_.to.domains, changing);
  move(of_.from.composite_types, of_.to.composite_types, changing);
  find_moved_columns();
}

/// A column that becomes of another type moves with that.
void setting_aside::find_moved_columns() {
  each_kept_column(
      [&](const model::qualified_name& table, const model::column& was, const model::column& is) {
        if (was.type == is.type && moved_types_.contains(is.type.name)) {
          moved_columns_.push_back({table, was, is, std::nullopt, std::nullopt});
          moved_columns_.back().before.name = is.name;
          moved_columns_.back().bases =
              std::pair(base_type(of_.from, was.type), base_type(of_.to, is.type));
        }
      });
}

} // namespace strata::codegen
