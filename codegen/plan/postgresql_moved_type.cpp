// The long way of types that columns hold: the old one steps aside, the new one is made, columns
// move over, the old one goes; all in one step.
#include "codegen/plan/postgresql.hpp"

#include "codegen/compose/further_objects.hpp"
#include "codegen/diff/base_type.hpp"
#include "codegen/diff/casts.hpp"
#include "codegen/diff/suggested_conversion.hpp"
#include "codegen/plan/held_type.hpp"
#include "codegen/plan/resource.hpp"
#include "codegen/sql/printer.hpp"
#include "codegen/sql/quote.hpp"
#include "codegen/sql/type.hpp"

#include <algorithm>

namespace strata::codegen {
namespace {

const std::string moving = "types that move"; ///< The gap.

model::qualified_name name_aside(const passing_names& names, const model::qualified_name& of) {
  return {of.schema, names.old(of.name)};
}

const model::composite_type* find_composite(const model::schema& in, const model::data_type& type) {
  const auto found =
      std::find_if(in.composite_types.begin(), in.composite_types.end(), [&](const auto& each) {
        return type.kind == model::type_kind::named && each.name == type.name;
      });
  return found == in.composite_types.end() ? nullptr : &*found;
}

const model::composite_type::attribute* find_attribute(const model::composite_type& in,
                                                       const std::string& name) {
  const auto found = std::find_if(in.attributes.begin(),
                                  in.attributes.end(),
                                  [&](const auto& each) { return each.name == name; });
  return found == in.attributes.end() ? nullptr : &*found;
}

/// The attributes that there were, in their order, of their new types: texts of values fit.
model::composite_type as_it_was(const model::composite_type& before,
                                const model::composite_type& after) {
  model::composite_type made = before;
  made.comment.clear();
  for (auto& each : made.attributes) {
    each.comment.clear();
    if (const auto* is = find_attribute(after, each.name)) {
      each.type = is->type;
      each.collation = is->collation;
    }
  }
  return made;
}

/// The domain or composite type of that name.
std::optional<further_object> find_type_named(const model::schema& in,
                                              const model::qualified_name& name) {
  for (const model::domain& each : in.domains) {
    if (each.name == name) {
      return each;
    }
  }
  for (const model::composite_type& each : in.composite_types) {
    if (each.name == name) {
      return each;
    }
  }
  return std::nullopt;
}

further_object renamed_aside(const passing_names& names, const further_object& type) {
  if (const auto* domain = std::get_if<model::domain>(&type)) {
    model::domain aside = *domain;
    aside.name = name_aside(names, domain->name);
    return aside;
  }
  model::composite_type aside = std::get<model::composite_type>(type);
  aside.name = name_aside(names, aside.name);
  return aside;
}

} // namespace

void postgresql_lowering::step_aside(const further_object& type) {
  const auto [kind, name] =
      std::visit([](const auto& of) { return std::pair(kind_of(of), name_of_object(of)); }, type);
  action& made = lowering::make(object_class::user_type, vertex_name(name), stage::rename);
  made.sets_aside = true;
  made.gap = moving;
  made.frees = resources_of(type);
  for (const operation& one : of_.operations) { // Dropped by the type's name.
    if (const auto* function = std::get_if<drop_function>(&one)) {
      made.after.push_back(
          {object_class::function,
           vertex_name(function->function.name) + joint + function->function.parameters,
           stage::remove});
    }
  }
  made.run(sql::keep_rights{sql::owned_kind::type, name},
           display(name) + " is built anew: columns hold it; its owner and grants come back");
  rename_object aside;
  aside.kind = kind;
  aside.from = name;
  aside.to = name_aside(of_.passing, name).name;
  made.run(sql::rename_object{aside});
}

void postgresql_lowering::create_beside(const further_object& type) {
  const model::qualified_name name =
      std::visit([](const auto& of) { return name_of_object(of); }, type);
  further_object made_first = type;
  model::data_type own;
  own.kind = model::type_kind::named;
  own.name = name;
  if (const auto* composite = std::get_if<model::composite_type>(&type)) {
    if (const model::composite_type* was = find_composite(of_.from, own)) {
      made_first = as_it_was(*was, *composite);
    }
  }
  action& made = make(made_first, stage::add);
  made.takes = resources_of(type);
  made.after.push_back({object_class::user_type, vertex_name(name), stage::rename});
  made.run(sql::create_object{made_first});
  made.run(sql::restore_rights{sql::owned_kind::type, name});
}

/// Whether values of the one, written as texts, are read as the other.
bool postgresql_lowering::reads_texts_of(const model::data_type& before,
                                         const model::data_type& after) const {
  const model::data_type was = base_type(of_.from, before);
  const model::data_type is = base_type(of_.to, after);
  const model::composite_type* const old = find_composite(of_.from, was);
  const model::composite_type* const fresh = find_composite(of_.to, is);
  if (old == nullptr || fresh == nullptr) {
    return (old == nullptr) == (fresh == nullptr) && is_read_by_text(was, is);
  }
  return std::all_of(old->attributes.begin(), old->attributes.end(), [&](const auto& each) {
    const auto* now = find_attribute(*fresh, each.name);
    return now == nullptr || reads_texts_of(each.type, now->type);
  });
}

std::optional<std::string> postgresql_lowering::moving_expression(const alter_column& moved) const {
  const std::string column = sql::quote(moved.after.name);
  const std::string type = sql::type_words(moved.after.type, of_.on.dialect);
  if (find_composite(of_.to, moved.base_after()) == nullptr) {
    return expression_of_cast(moved.base_before(), moved.base_after(), column, type);
  }
  return reads_texts_of(moved.before.type, moved.after.type)
             ? std::optional(column + "::text::" + type)
             : std::nullopt;
}

void postgresql_lowering::move_column(const alter_column& moved) {
  const model::column& column = moved.after;
  std::string using_sql;
  if (!column.generated) {
    const auto expression = moving_expression(moved);
    if (!expression) {
      if (const auto type = find_type_named(of_.to, column.type.name)) {
        refuse_type(*type, moved.table, column);
      }
      return;
    }
    using_sql = *expression;
  }
  action& made = make(object_class::column, moved.table, column.name, stage::alter);
  made.columns = {column.name};
  made.conduct = conduct::own_transaction;
  made.where = column.where;
  keep_statistics(moved.table, column.name, made);
  if (moved.before.default_to) {
    made.run(sql::drop_default{moved.table, column.name});
  }
  made.run(
      sql::set_column_type{moved.table, column.name, column.type, column.collation, using_sql});
  if (column.default_to) {
    made.run(sql::set_default{moved.table, column.name, *column.default_to});
  }
  restore_storage(moved.table, column, made);
  restore_statistics(moved.table, column.name, made);
}

/// Attributes that come and go do so once all values are of the new type.
void postgresql_lowering::change_attributes(const std::vector<vertex>& moved) {
  for (const model::composite_type& after : of_.to.composite_types) {
    model::data_type own;
    own.kind = model::type_kind::named;
    own.name = after.name;
    const model::composite_type* before = find_composite(of_.from, own);
    if (before == nullptr || !of_.moved_types.contains(after.name)) {
      continue;
    }
    const sql::alter_object change{as_it_was(*before, after), after};
    if (sql::render(change, of_.on.dialect).empty()) {
      continue;
    }
    action& made = lowering::make(object_class::user_type, vertex_name(after.name), stage::alter);
    made.after = moved;
    made.after.push_back({object_class::user_type, vertex_name(after.name), stage::add});
    for (const operation& one : of_.operations) {
      if (const auto* function = std::get_if<create_function>(&one)) {
        made.before.push_back(
            {object_class::function,
             vertex_name(function->function.name) + joint + function->function.parameters,
             stage::add});
      } else if (const auto* view = std::get_if<create_view>(&one)) {
        made.before.push_back({object_class::view, vertex_name(view->view.name), stage::add});
      }
    }
    made.run(change);
  }
}

void postgresql_lowering::move_types() {
  if (of_.moved_types.empty()) {
    return;
  }
  std::vector<vertex> moved;
  for (const alter_column& each : of_.moved_columns) {
    move_column(each);
    moved.push_back({object_class::column, vertex_name(each.table, each.after.name), stage::alter});
  }
  change_attributes(moved);
  action& last =
      lowering::make(object_class::user_type, std::string(1, joint) + moving, stage::tighten);
  last.puts_back = true;
  last.gap = moving;
  last.after = moved;
  for (const model::qualified_name& each : of_.moved_types) {
    last.after.push_back({object_class::user_type, vertex_name(each), stage::add});
    last.after.push_back({object_class::user_type, vertex_name(each), stage::alter});
  }
  for (const model::table& table : of_.from.tables) {
    const model::qualified_name name = names_.new_name(table.name);
    for (const model::column& column : table.columns) {
      if (of_.moved_types.contains(column.type.name)) {
        const std::string own = vertex_name(name, names_.new_column(name, column.name));
        last.after.push_back({object_class::column, own, stage::alter});
        last.after.push_back({object_class::column, own, stage::remove});
        last.after.push_back({object_class::table, vertex_name(name), stage::remove});
      }
    }
  }
  for (const operation& one : of_.operations) {
    if (const auto* function = std::get_if<drop_function>(&one)) {
      last.after.push_back(
          {object_class::function,
           vertex_name(function->function.name) + joint + function->function.parameters,
           stage::remove});
    } else if (const auto* view = std::get_if<drop_view>(&one)) {
      last.after.push_back({object_class::view, vertex_name(view->view.name), stage::remove});
    } else if (const auto* gone = std::get_if<drop_object>(&one)) {
      last.after.push_back(
          {class_of_object(gone->object), vertex_of_object(gone->object), stage::remove});
    }
  }
  drop_old_types(last);
}

/// What is made of another goes before it.
void postgresql_lowering::drop_old_types(action& last) const {
  std::set<model::qualified_name> left = of_.moved_types;
  while (!left.empty()) {
    const auto is_free = [&](const model::qualified_name& name) {
      return std::none_of(left.begin(), left.end(), [&](const auto& other) {
        model::data_type user;
        user.kind = model::type_kind::named;
        user.name = other;
        return other != name && hold_of(of_.from, user, name) != hold::none;
      });
    };
    auto next = std::find_if(left.begin(), left.end(), is_free);
    next = next == left.end() ? left.begin() : next;
    if (const auto type = find_type_named(of_.from, *next)) {
      last.run(sql::drop_object{renamed_aside(of_.passing, *type)});
    }
    left.erase(next);
  }
}

} // namespace strata::codegen
