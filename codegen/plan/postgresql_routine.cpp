// Views, functions, triggers and comments on PostgreSQL.
#include "codegen/plan/postgresql.hpp"
#include "codegen/sql/definition.hpp"

#include "codegen/plan/resource.hpp"

#include <algorithm>

namespace strata::codegen {
namespace {

std::string vertex_of(const model::function& function) {
  return vertex_name(function.name) + joint + function.parameters;
}

bool has_optional(const model::function& of) {
  return of.parameters.find(" DEFAULT ") != std::string::npos ||
         of.parameters.find("VARIADIC ") != std::string::npos;
}

object_class class_of(model::object_kind kind) {
  switch (kind) {
  case model::object_kind::schema:
    return object_class::schema;
  case model::object_kind::extension:
    return object_class::extension;
  case model::object_kind::enumeration:
  case model::object_kind::enum_value:
    return object_class::enumeration;
  case model::object_kind::table:
    return object_class::table;
  case model::object_kind::column:
    return object_class::column;
  case model::object_kind::constraint:
    return object_class::table_constraint;
  case model::object_kind::index:
    return object_class::index;
  case model::object_kind::view:
    return object_class::view;
  case model::object_kind::function:
    return object_class::function;
  case model::object_kind::trigger:
    return object_class::trigger;
  case model::object_kind::sequence:
    return object_class::sequence;
  case model::object_kind::domain:
  case model::object_kind::composite_type:
  case model::object_kind::range_type:
  case model::object_kind::attribute:
    return object_class::user_type;
  case model::object_kind::rule:
    return object_class::rule;
  case model::object_kind::policy:
    return object_class::policy;
  case model::object_kind::statistics:
    return object_class::statistics;
  case model::object_kind::grant:
    return object_class::grant;
  case model::object_kind::reference_row:
    break;
  }
  return object_class::rows;
}

} // namespace

void postgresql_lowering::operator()(const create_view& made) { lower(made); }

void postgresql_lowering::operator()(const drop_view& gone) { lower(gone); }

void postgresql_lowering::operator()(const rename_view& renamed) {
  action& made = make(object_class::view, vertex_name(renamed.to), stage::rename);
  made.frees = {relation_resource(renamed.from), type_resource(renamed.from)};
  // A view that is made again goes under its new name: then it is itself that frees it.
  const bool is_made_again = names_.is_touched(
      renamed.to, [](const operation& each) { return std::holds_alternative<drop_view>(each); });
  const bool is_held = std::any_of(of_.from.views.begin(),
                                   of_.from.views.end(),
                                   [&](const auto& each) { return each.name == renamed.to; });
  if (is_held || !is_made_again)
    made.takes = {relation_resource(renamed.to), type_resource(renamed.to)};
  made.run(sql::rename_view{renamed.from, renamed.to.name, renamed.materialized});
}

void postgresql_lowering::operator()(const create_function& created) {
  action& made = make(object_class::function, vertex_of(created.function), stage::add);
  made.where = created.function.where;
  made.takes = {"function" + vertex_of(created.function)};
  const auto types_of = [](const model::function& of) {
    return sql::argument_types(of.parameters);
  };
  // One name and the same types are one function, whatever the parameters are called; and a call
  // that leaves out a parameter with a default could mean either of two.
  for (const operation* one : names_.operations_on(created.function.name)) {
    const auto* gone = std::get_if<drop_function>(one);
    if (gone != nullptr && (has_optional(gone->function) || has_optional(created.function) ||
                            types_of(gone->function) == types_of(created.function))) {
      made.after.push_back({object_class::function, vertex_of(gone->function), stage::remove});
    }
  }
  made.run(sql::create_function{created.function, false});
}

void postgresql_lowering::operator()(const drop_function& gone) {
  action& made = make(object_class::function, vertex_of(gone.function), stage::remove);
  made.frees = {"function" + vertex_of(gone.function)};
  made.run(sql::drop_function{gone.function},
           drop_comment(model::object_kind::function, {}, gone.function.name, false));
}

void postgresql_lowering::operator()(const replace_function& replaced) {
  action& made = make(object_class::function, vertex_of(replaced.after), stage::alter);
  made.where = replaced.after.where;
  made.run(sql::create_function{replaced.after, true});
}

void postgresql_lowering::operator()(const create_trigger& made) { lower(made); }

void postgresql_lowering::operator()(const drop_trigger& gone) {
  if (!goes(gone.trigger.table)) {
    lower(gone);
  }
}

void postgresql_lowering::operator()(const rename_trigger& renamed) {
  action& made = make(object_class::trigger, renamed.table, renamed.to, stage::rename);
  made.frees = {own_resource(object_class::trigger, vertex_name(renamed.table, renamed.from))};
  made.takes = {own_resource(object_class::trigger, vertex_name(renamed.table, renamed.to))};
  made.run(sql::rename_trigger{renamed.table, renamed.from, renamed.to});
}

void postgresql_lowering::operator()(const set_comment& said) {
  const bool has_owner =
      said.kind == model::object_kind::column || said.kind == model::object_kind::constraint ||
      said.kind == model::object_kind::trigger || said.kind == model::object_kind::index ||
      said.kind == model::object_kind::rule || said.kind == model::object_kind::policy;
  std::string object = has_owner || said.kind == model::object_kind::attribute
                           ? vertex_name(said.owner, said.name.name)
                           : vertex_name(said.name);
  if (said.kind == model::object_kind::function) {
    object += joint + said.parameters;
  }
  const object_class kind = class_of(said.kind);
  action& made =
      make(object_class::comment, std::to_string(static_cast<int>(kind)) + object, stage::add);
  for (const stage at : {stage::rename, stage::add, stage::alter}) {
    made.after.push_back({kind, object, at});
    if (kind == object_class::table_constraint) {
      made.after.push_back({object_class::foreign_key, object, at});
    }
  }
  if (said.on_domain || said.kind == model::object_kind::attribute) {
    for (const stage at : {stage::rename, stage::add, stage::alter}) {
      made.after.push_back({object_class::user_type, vertex_name(said.owner), at});
    }
  }
  if (has_owner) {
    made.after.push_back({object_class::table, vertex_name(said.owner), stage::add});
    made.after.push_back({object_class::table, vertex_name(said.owner), stage::rename});
    made.after.push_back({object_class::view, vertex_name(said.owner), stage::add});
    made.after.push_back({object_class::view, vertex_name(said.owner), stage::rename});
  }
  made.run(sql::comment_on{said});
}

} // namespace strata::codegen
