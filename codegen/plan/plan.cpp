// Lowers operations to actions, connects and orders them, and groups them into steps.
#include "codegen/plan/plan.hpp"

#include "codegen/compose/further_objects.hpp"
#include "codegen/plan/circle.hpp"
#include "codegen/plan/connect.hpp"
#include "codegen/plan/expand_form.hpp"
#include "codegen/plan/graph.hpp"
#include "codegen/plan/one_rewrite.hpp"
#include "codegen/plan/postgresql.hpp"
#include "codegen/plan/put_aside.hpp"
#include "codegen/plan/sqlite.hpp"
#include "codegen/sql/definition.hpp"
#include "codegen/sql/printer.hpp"
#include "codegen/sql/quote.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace strata::codegen {
namespace {

std::vector<action> lowered(change& what, diagnostics& out) {
  if (what.on.dialect == model::dialect::sqlite) {
    sqlite_lowering lower(what, out);
    for (const operation& one : what.operations) {
      std::visit(lower, one);
    }
    lower.finish();
    return lower.actions();
  }
  put_aside(what);
  postgresql_lowering lower(what, out);
  for (const operation& one : what.operations) {
    std::visit(lower, one);
  }
  for (const default_aside& one : what.defaults_aside) {
    lower.set_aside(one);
  }
  lower.move_types();
  for (const domain_aside& one : what.domains_aside) {
    lower.set_aside(one);
  }
  for (const model::qualified_name& table : what.partitioned_anew) {
    lower.partition_anew(table);
  }
  lower.rename_parts();
  lower.mark_indexes();
  return lower.actions();
}

/// A view may have lost the column that a privilege was on.
void drop_if_there(planned_statement& dropping, const model::grant& of) {
  for (const std::string& column : of.columns) {
    dropping.statement = sql::verbatim{
        fmt::format("DO $strata$\nBEGIN\n  IF EXISTS (SELECT FROM pg_attribute WHERE attrelid = "
                    "{}::regclass::oid AND attname = {}) THEN\n    {}\n  END IF;\nEND $strata$;",
                    sql::quote_text(sql::quote(of.object)),
                    sql::quote_text(column),
                    sql::render(sql::drop_object{of}, model::dialect::postgresql))};
  }
}

/// Privileges that the newer schema does not declare do not come back.
void leave_undeclared(const change& what, const model::qualified_name& object, action& back) {
  using on = model::grant::object_class;
  for (const model::grant& each : what.from.grants) {
    const bool is_of_it = each.object == object &&
                          (back.id.of == object_class::view
                               ? each.on == on::table || each.on == on::column
                               : back.id.of == object_class::user_type && each.on == on::type);
    if (is_of_it &&
        std::find(what.to.grants.begin(), what.to.grants.end(), each) == what.to.grants.end()) {
      back.run(sql::drop_object{each});
      drop_if_there(back.statements.back(), each);
    }
  }
}

/// What is dropped loses its owner and grants, which what takes its name shall have.
void keep_rights(action& gone, action& back, const change& what) {
  const auto around = [&](sql::owned_kind of, model::qualified_name name) {
    gone.statements.insert(
        gone.statements.begin(),
        {sql::keep_rights{of, name}, display(name) + " comes back with its owner and grants"});
    back.run(sql::restore_rights{of, name});
    leave_undeclared(what, name, back);
  };
  if (gone.id.of == object_class::view) {
    around(sql::owned_kind::relation,
           std::get<sql::drop_view>(gone.statements.front().statement).name);
  } else if (gone.id.of == object_class::function) {
    around(sql::owned_kind::routine,
           std::get<sql::drop_function>(gone.statements.front().statement).function.name);
  } else if (gone.id.of == object_class::user_type) {
    const auto& of = std::get<sql::drop_object>(gone.statements.front().statement).object;
    around(sql::owned_kind::type,
           std::visit([](const auto& type) { return name_of_object(type); }, of));
  } else if (gone.id.of == object_class::statistics) {
    const auto& of = std::get<sql::drop_object>(gone.statements.front().statement).object;
    const model::statistics was = std::get<model::statistics>(of);
    const auto is = std::get<model::statistics>(
        std::get<sql::create_object>(back.statements.front().statement).object);
    around(sql::owned_kind::statistics, was.name);
    if (was.target != is.target) {
      back.run(sql::alter_object{was, is});
    }
  }
}

/// Those that rename, by the names of their vertices.
using renaming_actions = std::map<std::string, std::vector<const action*>>;

renaming_actions renaming_in(const std::vector<action>& actions) {
  renaming_actions found;
  for (const action& one : actions) {
    if (one.id.at == stage::rename) {
      found[one.id.name].push_back(&one);
    }
  }
  return found;
}

/// The one that is set aside bears its new name, which is not free for the renaming that gives it.
void follow_renaming(action& gone, const renaming_actions& renaming) {
  const auto found = renaming.find(gone.id.name);
  if (found == renaming.end()) {
    return;
  }
  for (const action* each : found->second) {
    const action& one = *each;
    const bool renames_it =
        one.id.of == gone.id.of ||
        (one.id.of == object_class::table_constraint && gone.id.of == object_class::foreign_key);
    if (renames_it) {
      gone.after.push_back(one.id);
      std::erase_if(gone.frees, [&](const std::string& name) {
        return std::find(one.takes.begin(), one.takes.end(), name) != one.takes.end();
      });
    }
  }
}

/// What stepped aside goes under its passing name, once it has that.
void drop_what_stepped_aside(std::vector<action>& actions, const change& what) {
  std::set<std::string> aside;
  for (const model::rename& each : what.transition.renames) {
    if (each.to == what.passing.old(each.from.name)) {
      aside.insert(each.to);
    }
  }
  const renaming_actions renaming = renaming_in(actions);
  for (action& one : actions) {
    if (one.id.at == stage::remove && aside.contains(bare_name(one.id))) {
      follow_renaming(one, renaming);
    }
  }
}

/// What is dropped and made again under its name leaves a gap, which must not outlast a step.
void mark_gaps(std::vector<action>& actions, const change& what) {
  const renaming_actions renaming = renaming_in(actions);
  std::map<std::pair<object_class, std::string>, action*> added;
  for (action& one : actions) {
    if (one.id.at == stage::add && one.conduct != conduct::outside_transaction) {
      added.emplace(std::pair(one.id.of, one.id.name), &one);
    }
  }
  for (action& one : actions) {
    if (one.id.at != stage::remove || one.conduct == conduct::outside_transaction ||
        one.id.of == object_class::rows) {
      continue;
    }
    const auto found = added.find({one.id.of, one.id.name});
    if (found != added.end()) {
      one.sets_aside = true;
      found->second->puts_back = true;
      one.before.push_back(found->second->id);
      follow_renaming(one, renaming);
      if (what.on.dialect == model::dialect::postgresql) {
        keep_rights(one, *found->second, what);
      }
    }
  }
}

/// A function whose parameters are called otherwise is another to the graph, and the same to those
/// who own it and call it. Privileges that the newer schema declares are given anew.
void keep_rights_of_functions(std::vector<action>& actions, const change& what) {
  for (action& gone : actions) {
    if (!is(gone, object_class::function, stage::remove) || gone.sets_aside) {
      continue;
    }
    const auto& old = std::get<sql::drop_function>(gone.statements.front().statement).function;
    for (action& back : actions) {
      const auto* made = is(back, object_class::function, stage::add) && !back.puts_back
                             ? std::get_if<sql::create_function>(&back.statements.front().statement)
                             : nullptr;
      if (made == nullptr || made->function.name != old.name ||
          sql::argument_types(made->function.parameters) != sql::argument_types(old.parameters)) {
        continue;
      }
      gone.sets_aside = back.puts_back = true;
      gone.gap = back.gap = "function" + back.id.name;
      gone.before.push_back(back.id);
      const std::string parameters = made->function.parameters;
      keep_rights(gone, back, what);
      for (model::grant each : what.from.grants) {
        if (each.on == model::grant::object_class::function && each.object == old.name &&
            each.parameters == old.parameters) {
          each.parameters = parameters;
          if (std::find(what.to.grants.begin(), what.to.grants.end(), each) ==
              what.to.grants.end()) {
            back.run(sql::drop_object{each});
          }
        }
      }
      break;
    }
  }
}

bool is_in_a_type(const model::schema& in, const model::qualified_name& enumeration) {
  const auto is_it = [&](const model::data_type& type) { return type.name == enumeration; };
  return std::any_of(in.domains.begin(),
                     in.domains.end(),
                     [&](const auto& each) { return is_it(each.type); }) ||
         std::any_of(in.range_types.begin(),
                     in.range_types.end(),
                     [&](const auto& each) { return is_it(each.subtype); }) ||
         std::any_of(in.composite_types.begin(), in.composite_types.end(), [&](const auto& each) {
           return std::any_of(each.attributes.begin(), each.attributes.end(), [&](const auto& one) {
             return is_it(one.type);
           });
         });
}

/// A value that is added in a transaction cannot be used in it; one of a new type can. In one
/// transaction, enumerations that gain values are built anew.
void build_enumerations_anew(change& what) {
  std::vector<model::qualified_name> anew;
  std::erase_if(what.operations, [&](const operation& one) {
    const auto* added = std::get_if<add_enum_value>(&one);
    if (added != nullptr && is_in_a_type(what.to, added->enumeration)) {
      return false; // Columns may hold that one, which no ALTER moves over.
    }
    if (added != nullptr && std::find(anew.begin(), anew.end(), added->enumeration) == anew.end()) {
      anew.push_back(added->enumeration);
    }
    return added != nullptr;
  });
  for (const model::enumeration& after : what.to.enumerations) {
    if (std::find(anew.begin(), anew.end(), after.name) != anew.end()) {
      what.operations.emplace_back(replace_enumeration{after, after});
    }
  }
}

bool has_deferred(const model::schema& schema) {
  const auto is_deferred = [](const auto& of) {
    return of.deferrable == model::deferral::initially_deferred;
  };
  return std::any_of(schema.tables.begin(), schema.tables.end(), [&](const model::table& table) {
    return (table.primary_key && is_deferred(*table.primary_key)) ||
           std::any_of(table.uniques.begin(), table.uniques.end(), is_deferred) ||
           std::any_of(table.foreign_keys.begin(), table.foreign_keys.end(), is_deferred) ||
           std::any_of(table.exclusions.begin(), table.exclusions.end(), is_deferred);
  });
}

/// Changes of one table's types at one stroke, unless something must stand between them.
std::vector<action> in_order_with_few_rewrites(std::vector<action> actions, diagnostics& out) {
  if (!has_type_changes_to_gather(actions)) {
    return in_order(std::move(actions), out);
  }
  std::vector<action> gathered = actions;
  gather_type_changes(gathered);
  diagnostics circles;
  std::vector<action> ordered = in_order(std::move(gathered), circles);
  return circles.empty() ? ordered : in_order(std::move(actions), out);
}

/// While triggers stand aside for other changes, nothing fires them.
void check_fired(const std::vector<action>& ordered, diagnostics& out) {
  std::map<std::string, int> aside;
  for (const action& one : ordered) {
    if (one.id.of == object_class::trigger) {
      aside[one.table] += one.sets_aside ? 1 : one.puts_back ? -1 : 0;
    } else if (one.fires_triggers && aside[one.table] > 0) {
      out.add({"S306",
               fmt::format("triggers are dropped for a rename when {} runs, and would not fire",
                           display(one.id)),
               {"leave the backfill, or the rename, to a version of its own"},
               one.where});
    }
  }
}

void note_expand_form(std::vector<action>& ordered) {
  for (action& one : ordered) {
    one.no_expand_form = without_expand_form(one);
  }
}

/// What runs at one stroke has no phases; only where all of it is expand does that not matter.
void note_one_transaction(std::vector<step>& steps, const std::vector<action>& ordered) {
  const auto contracts = [](const action& one) { return one.phase == rollout_phase::contract; };
  if (!steps.empty() && std::any_of(ordered.begin(), ordered.end(), contracts)) {
    steps.front().no_expand_form = "fast(), all in one transaction";
  }
}

} // namespace

std::vector<step> plan(change what, diagnostics& out) {
  if (what.how == manner::plain) {
    build_enumerations_anew(what);
  }
  std::vector<action> actions = lowered(what, out);
  open_circles(actions, what.passing);
  drop_what_stepped_aside(actions, what);
  mark_gaps(actions, what);
  if (what.on.dialect == model::dialect::postgresql) {
    keep_rights_of_functions(actions, what);
  }
  connect(actions, what);
  std::vector<action> ordered = what.on.dialect == model::dialect::postgresql
                                    ? in_order_with_few_rewrites(std::move(actions), out)
                                    : in_order(std::move(actions), out);
  // On SQLite a rebuild needs foreign keys off, and the user's own rows need them on.
  const bool is_first = what.from == model::schema{};
  const bool whole =
      what.how == manner::plain && (is_first || what.on.dialect == model::dialect::postgresql);
  check_fired(ordered, out);
  if (what.on.dialect == model::dialect::postgresql && what.way == direction::up) {
    note_expand_form(ordered);
  }
  std::vector<step> steps = whole ? as_one_step(ordered) : steps_of(ordered);
  if (whole && !is_first && what.transition.fast) {
    note_one_transaction(steps, ordered);
  }
  join_type_changes(steps);
  if (what.on.dialect == model::dialect::postgresql &&
      (has_deferred(what.from) || has_deferred(what.to))) {
    check_deferred(steps);
  }
  return steps;
}

} // namespace strata::codegen
