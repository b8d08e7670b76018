// Sequences, types, rules, policies, statistics and grants on PostgreSQL.
#include "codegen/plan/postgresql.hpp"

#include "codegen/compose/further_objects.hpp"
#include "codegen/plan/counter.hpp"
#include "codegen/plan/owned_sequence.hpp"
#include "codegen/plan/resource.hpp"

#include <algorithm>

namespace strata::codegen {
namespace {

vertex created(object_class of, const model::qualified_name& name) {
  return {of, vertex_name(name), stage::add};
}

/// What must be there before privileges on it are given.
vertex granted_object(const model::grant& of) {
  using on = model::grant::object_class;
  switch (of.on) {
  case on::table:
  case on::column:
    return created(object_class::table, of.object);
  case on::sequence:
    return created(object_class::sequence, of.object);
  case on::schema:
    return {object_class::schema, of.object.name, stage::add};
  case on::function:
    return {object_class::function, vertex_name(of.object) + joint + of.parameters, stage::add};
  case on::type:
    break;
  }
  return created(object_class::user_type, of.object);
}

std::string vertex_of(const model::grant& of) {
  std::string name = vertex_name(of.object) + joint + of.parameters;
  for (const std::string& part : of.columns) {
    name += joint + part;
  }
  return name + joint + of.privilege + joint + of.grantee;
}

} // namespace

std::string vertex_of_object(const further_object& object) {
  return std::visit(
      [](const auto& of) {
        if constexpr (std::is_same_v<std::decay_t<decltype(of)>, model::grant>) {
          return vertex_of(of);
        } else {
          const model::qualified_name owner = owner_of(of);
          return owner.name.empty() ? vertex_name(name_of_object(of))
                                    : vertex_name(owner, name_of_object(of).name);
        }
      },
      object);
}

object_class class_of_object(const further_object& object) {
  constexpr object_class classes[] = {object_class::sequence,
                                      object_class::user_type,
                                      object_class::user_type,
                                      object_class::user_type,
                                      object_class::rule,
                                      object_class::policy,
                                      object_class::statistics,
                                      object_class::grant};
  return classes[object.index()];
}

action& postgresql_lowering::make(const further_object& object, stage at) {
  action& made = lowering::make(class_of_object(object), vertex_of_object(object), at);
  std::visit([&](const auto& of) { describe(of, made); }, object);
  return made;
}

namespace {

/// A type is made after what it is made of, and goes before it.
void uses(const model::data_type& type, action& made) {
  if (type.name.name.empty())
    return;
  const bool goes = made.id.at == stage::remove;
  for (const object_class of : {object_class::user_type,
                                object_class::enumeration,
                                object_class::table,
                                object_class::view}) {
    (goes ? made.before : made.after).push_back({of, vertex_name(type.name), made.id.at});
  }
}

} // namespace

void postgresql_lowering::describe(const model::sequence& of, action& made) const {
  made.where = of.where;
}

void postgresql_lowering::describe(const model::domain& of, action& made) const {
  made.where = of.where;
  uses(of.type, made);
  for (const model::check_constraint& each : of.checks) {
    made.texts.push_back(each.expression.postgresql);
  }
  if (of.default_to) {
    if (const auto* text = std::get_if<model::sql_text>(&*of.default_to)) {
      made.texts.push_back(text->postgresql);
    }
  }
}

void postgresql_lowering::describe(const model::composite_type& of, action& made) const {
  made.where = of.where;
  for (const auto& each : of.attributes) {
    uses(each.type, made);
  }
}

void postgresql_lowering::describe(const model::range_type& of, action& made) const {
  made.where = of.where;
  made.texts = {of.options};
  uses(of.subtype, made);
}

void postgresql_lowering::describe(const model::rule& of, action& made) const {
  made.where = of.where;
  made.table = vertex_name(of.table);
  made.texts = {of.action.postgresql};
}

void postgresql_lowering::describe(const model::policy& of, action& made) const {
  made.where = of.where;
  made.table = vertex_name(of.table);
  made.texts = {of.using_sql.postgresql, of.check_sql.postgresql};
}

void postgresql_lowering::describe(const model::statistics& of, action& made) const {
  made.where = of.where;
  made.table = vertex_name(of.table);
  made.texts = {of.on};
  if (made.id.at == stage::remove) {
    made.before.push_back({object_class::view, made.table, stage::remove});
  }
}

void postgresql_lowering::describe(const model::grant& of, action& made) const {
  using on = model::grant::object_class;
  made.where = of.where;
  made.columns = of.columns;
  if (of.on == on::table || of.on == on::column) {
    made.table = vertex_name(of.object);
    made.after.push_back(created(object_class::view, of.object));
  }
}

void postgresql_lowering::operator()(const create_object& created_object) {
  const further_object& object = created_object.object;
  if (of_.moved_types.contains(
          std::visit([](const auto& of) { return name_of_object(of); }, object))) {
    create_beside(object);
    return;
  }
  if (const auto* sequence = std::get_if<model::sequence>(&object)) {
    create(*sequence);
    return;
  }
  const auto* grant = std::get_if<model::grant>(&object);
  if (grant != nullptr && follows_revoke(*grant)) {
    return;
  }
  action& made = make(object, stage::add);
  made.takes = resources_of(object);
  if (grant != nullptr) {
    made.after.push_back(granted_object(*grant));
    if (grant->on == model::grant::object_class::type) {
      made.after.push_back(created(object_class::enumeration, grant->object));
    }
    around_extensions(made);
    made.after.push_back({granted_object(*grant).of, granted_object(*grant).name, stage::rename});
    for (const std::string& column : grant->columns) {
      made.after.push_back({object_class::column, vertex_name(grant->object, column), stage::add});
    }
  }
  made.run(sql::create_object{object});
}

/// A sequence that a serial column had is taken over, so that it counts on.
void postgresql_lowering::create(const model::sequence& sequence) {
  const auto own = [&](action& made) {
    if (!sequence.owner_table.name.empty()) {
      made.after.push_back(created(object_class::table, sequence.owner_table));
      made.after.push_back({object_class::column,
                            vertex_name(sequence.owner_table, sequence.owner_column),
                            stage::add});
    }
  };
  if (const model::column* owner = serial_owner(of_.from, sequence.name)) {
    model::sequence before = sequence_of(sequence.owner_table, *owner);
    before.name = sequence.name;
    action& made = make(sequence, stage::alter);
    own(made);
    if (auto reached = reach_bounds(before, sequence)) {
      made.run(std::move(*reached), has_not_reached_bounds);
    }
    before.owner_table = {{}, "?"}; // Whoever owned it: the owner is always said anew.
    made.run(sql::alter_object{before, sequence});
    return;
  }
  action& made = make(sequence, stage::add);
  made.takes = resources_of(sequence);
  model::sequence free = sequence;
  free.owner_table = {};
  free.owner_column.clear();
  made.run(sql::create_object{free});
  if (sequence.owner_table.name.empty()) {
    return;
  }
  action& owned = make(sequence, stage::tighten);
  owned.phase = rollout_phase::expand;
  own(owned);
  owned.run(sql::alter_object{free, sequence});
}

/// A serial column has nothing to say of its sequence.
void postgresql_lowering::forget_comment(const model::sequence& sequence) {
  set_comment forgotten;
  forgotten.kind = model::object_kind::sequence;
  forgotten.name = sequence.name;
  for (const model::sequence& each : of_.from.sequences) {
    if (each.name == sequence.name && !each.comment.empty()) {
      (*this)(forgotten);
    }
  }
}

void postgresql_lowering::operator()(const drop_object& gone) {
  const auto* sequence = std::get_if<model::sequence>(&gone.object);
  if (sequence != nullptr && serial_owner(of_.to, sequence->name) != nullptr) {
    forget_comment(*sequence);
    return; // A serial column takes it over.
  }
  if (of_.moved_types.contains(
          std::visit([](const auto& of) { return name_of_object(of); }, gone.object))) {
    step_aside(gone.object);
    return;
  }
  if (sequence != nullptr && is_put_by(*sequence)) {
    return; // It makes way for that of an identity.
  }
  refuse_under_columns(gone.object);
  action& made = make(gone.object, stage::remove);
  made.frees = resources_of(gone.object);
  std::visit(
      [&](const auto& of) {
        made.run(sql::drop_object{gone.object},
                 drop_comment(kind_of(of), owner_of(of), name_of_object(of), false));
      },
      gone.object);
  if (const auto* grant = std::get_if<model::grant>(&gone.object)) {
    give_columns(*grant, made);
    around_extensions(made);
  }
}

void postgresql_lowering::operator()(const alter_object& altered) {
  action& made = make(altered.after, stage::alter);
  if (const auto* sequence = std::get_if<model::sequence>(&altered.after)) {
    if (!sequence->owner_table.name.empty()) {
      made.after = {created(object_class::table, sequence->owner_table),
                    {object_class::column,
                     vertex_name(sequence->owner_table, sequence->owner_column),
                     stage::add}};
    }
  }
  made.after.push_back({made.id.of, made.id.name, stage::rename});
  change_around_columns(altered, made);
  if (const auto* was = std::get_if<model::sequence>(&altered.before)) {
    if (auto reached = reach_bounds(*was, std::get<model::sequence>(altered.after))) {
      made.run(std::move(*reached), has_not_reached_bounds);
    }
  }
  made.run(sql::alter_object{altered.before, altered.after});
}

void postgresql_lowering::operator()(const rename_object& renamed) {
  const model::qualified_name to = {renamed.from.schema, renamed.to};
  const bool owned = !renamed.owner.name.empty();
  object_class kind = object_class::user_type;
  std::string resource;
  switch (renamed.kind) {
  case model::object_kind::sequence:
    kind = object_class::sequence;
    resource = "relation";
    break;
  case model::object_kind::function:
    kind = object_class::function;
    break;
  case model::object_kind::rule:
    kind = object_class::rule;
    break;
  case model::object_kind::policy:
    kind = object_class::policy;
    break;
  case model::object_kind::statistics:
    kind = object_class::statistics;
    break;
  default:
    resource = "type";
    break;
  }
  std::string name = owned ? vertex_name(renamed.owner, renamed.to) : vertex_name(to);
  if (kind == object_class::function) {
    name += joint + renamed.parameters;
  }
  std::string old =
      owned ? vertex_name(renamed.owner, renamed.from.name) : vertex_name(renamed.from);
  if (kind == object_class::function) {
    old += joint + renamed.parameters;
  }
  action& made = lowering::make(kind, name, stage::rename);
  if (kind == object_class::function) {
    made.frees = {"function" + old};
    made.takes = {"function" + name};
  } else if (!resource.empty() && !owned) {
    made.frees = {resource + (joint + vertex_name(renamed.from))};
    made.takes = {resource + (joint + vertex_name(to))};
  } else {
    made.frees = {own_resource(kind, old)};
    made.takes = {own_resource(kind, name)};
  }
  if (kind == object_class::rule || kind == object_class::policy) {
    made.table = vertex_name(renamed.owner);
  } else if (owned) {
    made.after = {{kind, vertex_name(renamed.owner), stage::rename}};
  }
  made.run(sql::rename_object{renamed});
}

void postgresql_lowering::set_aside(const domain_aside& of) {
  const auto around = [&](const model::domain& part, stage at) {
    model::domain without = part;
    without.checks.clear();
    without.default_to.reset();
    for (const model::check_constraint& each : part.checks) {
      model::domain with = without;
      with.checks = {each};
      action& made =
          lowering::make(object_class::table_constraint, vertex_name(part.name, each.name), at);
      made.texts = {each.expression.postgresql};
      made.after = {{object_class::user_type, vertex_name(part.name), stage::rename}};
      made.run(at == stage::remove ? sql::alter_object{with, without}
                                   : sql::alter_object{without, with});
    }
    if (part.default_to) {
      model::domain with = without;
      with.default_to = part.default_to;
      action& made = lowering::make(object_class::column_default, vertex_name(part.name, ""), at);
      made.texts = {std::get<model::sql_text>(*part.default_to).postgresql};
      made.after = {{object_class::user_type, vertex_name(part.name), stage::rename}};
      made.run(at == stage::remove ? sql::alter_object{with, without}
                                   : sql::alter_object{without, with});
    }
  };
  around(of.before, stage::remove);
  around(of.after, stage::add);
}

} // namespace strata::codegen
