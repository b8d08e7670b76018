// Taking a version in: what is carried, what is listed, what ends.
#include "codegen/compose/chain.hpp"

#include "codegen/compose/derive.hpp"
#include "codegen/compose/resolve.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace strata::codegen {
namespace {

using model::object_kind;

template <typename Object>
auto key(const Object& of) {
  return identity_of(of);
}

auto key(const model::function& of) { return std::tie(of.name, of.parameters); }

auto key(const model::trigger& of) { return std::tie(of.table, of.name); }

bool share_a_database(const model::extension&, const model::extension&) { return true; }

bool share_a_database(const model::named_schema&, const model::named_schema&) { return true; }

/// One name may stand for two objects, each of one database.
template <typename Object>
bool share_a_database(const Object& a, const Object& b) {
  return (a.only.postgresql && b.only.postgresql) || (a.only.sqlite && b.only.sqlite);
}

/// The object takes the place of the one that it declares anew, or the last.
template <typename Object>
void put(slots<Object>& all, Object&& object, int version) {
  const auto same = std::find_if(all.begin(), all.end(), [&](const slot<Object>& each) {
    return key(each.object) == key(object) && share_a_database(each.object, object);
  });
  slot<Object> listed{std::forward<Object>(object), version, true, false};
  if (same == all.end()) {
    all.push_back(std::move(listed));
  } else {
    *same = std::move(listed);
  }
}

struct lister {
  chain& into;

  template <typename Object>
  void operator()(Object& object) const {
    into.list(std::move(object));
  }
};

template <typename Object>
std::vector<Object> objects_of(const slots<Object>& all) {
  std::vector<Object> objects;
  objects.reserve(all.size());
  for (const slot<Object>& each : all) {
    objects.push_back(each.object);
  }
  return objects;
}

template <typename Object>
void move_out(slots<Object>& from, std::vector<Object>& to) {
  to.reserve(from.size());
  for (slot<Object>& each : from) {
    to.push_back(std::move(each.object));
  }
}

template <typename Object>
void move_back(std::vector<Object>& from, slots<Object>& to) {
  for (std::size_t i = 0; i < from.size(); ++i) {
    to[i].object = std::move(from[i]);
  }
}

template <typename Object>
void forget_listing(slots<Object>& all) {
  for (slot<Object>& each : all) {
    each.is_listed = false;
  }
}

template <typename Object>
void erase_ended(slots<Object>& all, bool is_carried_on) {
  std::erase_if(all, [&](const slot<Object>& each) {
    return !each.is_listed && (each.is_dropped || !is_carried_on);
  });
}

template <typename Object, typename Matches>
void mark(slots<Object>& all, Matches matches) {
  for (slot<Object>& each : all) {
    each.is_dropped = each.is_dropped || matches(each.object);
  }
}

/// The list of a schema that holds such objects.
template <typename Object>
std::vector<Object>& list_of(model::schema& schema) {
  std::vector<Object>* found = nullptr;
  const auto find = [&](auto& list) {
    if constexpr (std::is_same_v<std::remove_reference_t<decltype(list)>, std::vector<Object>>) {
      found = &list;
    }
  };
  find(schema.named_schemas);
  each_further(schema, find);
  return *found;
}

template <typename Object>
bool is_named_by(const Object& object, const model::drop& drop) {
  return kind_of(object) == drop.kind && owner_of(object) == drop.owner &&
         name_of_object(object) == drop.name;
}

bool is_named_by(const model::named_schema& object, const model::drop& drop) {
  return drop.kind == object_kind::schema && object.name == drop.name.name;
}

/// A type, an enumeration's kin, a sequence … that goes with what is dropped.
template <typename Object>
bool falls_with(const Object& object, const model::drop& drop) {
  const bool is_relation = drop.kind == object_kind::table || drop.kind == object_kind::view;
  return is_relation && goes_with(object, drop.name);
}

bool falls_with(const model::named_schema&, const model::drop&) { return false; }

bool falls_with(const model::sequence& object, const model::drop& drop) {
  return (drop.kind == object_kind::table && object.owner_table == drop.name) ||
         (drop.kind == object_kind::column && object.owner_table == drop.owner &&
          object.owner_column == drop.name.name);
}

/// Privileges end with their object, whatever it is.
bool falls_with(const model::grant& object, const model::drop& drop) {
  using on = model::grant::object_class;
  switch (drop.kind) {
  case object_kind::table:
  case object_kind::view:
    return goes_with(object, drop.name);
  case object_kind::sequence:
    return object.on == on::sequence && object.object == drop.name;
  case object_kind::function:
    return object.on == on::function && object.object == drop.name;
  case object_kind::schema:
    return object.on == on::schema && object.object.name == drop.name.name;
  case object_kind::enumeration:
  case object_kind::domain:
  case object_kind::composite_type:
  case object_kind::range_type:
    return object.on == on::type && object.object == drop.name;
  default:
    return false;
  }
}

} // namespace

template <typename Object>
void chain::put_further(Object&& object) {
  put(std::get<slots<Object>>(further_), std::forward<Object>(object), number_);
}

model::version chain::take(model::version_declaration declaration, const model::schema& before) {
  before_ = &before;
  number_ = declaration.number;
  transition_ = std::move(declaration.transition);
  forget_listing(extensions_);
  forget_listing(enumerations_);
  forget_listing(tables_);
  forget_listing(views_);
  forget_listing(functions_);
  forget_listing(triggers_);
  std::apply([](auto&... each) { (forget_listing(each), ...); }, further_);

  add_missing_renames(declaration.objects);
  carry(renames(transition_));
  mark_drops();
  for (model::declared_object& each : declaration.objects) {
    std::visit(lister{*this}, each);
  }
  drop_elements();
  erase_what_ended(declaration.since.has_value());

  model::schema whole = current();
  resolve(whole, out_);
  return {number_,
          std::move(declaration.title),
          std::move(whole),
          std::move(transition_),
          std::move(declaration.where)};
}

void chain::carry(const renames& by) {
  if (by.empty()) {
    return;
  }
  model::schema all;
  move_out(enumerations_, all.enumerations);
  move_out(tables_, all.tables);
  move_out(views_, all.views);
  move_out(functions_, all.functions);
  move_out(triggers_, all.triggers);
  each_further(all, [&](auto& list) {
    move_out(std::get<slots<typename std::decay_t<decltype(list)>::value_type>>(further_), list);
  });
  carry_over(all, by);
  move_back(all.enumerations, enumerations_);
  move_back(all.tables, tables_);
  move_back(all.views, views_);
  move_back(all.functions, functions_);
  move_back(all.triggers, triggers_);
  each_further(all, [&](auto& list) {
    move_back(list, std::get<slots<typename std::decay_t<decltype(list)>::value_type>>(further_));
  });
  rename_constraints_and_indexes(by);
}

/// An element that had a default name is found by the name that it was resolved to.
void chain::rename_constraints_and_indexes(const renames& by) {
  for (std::size_t i = 0; i < tables_.size(); ++i) {
    model::table& table = tables_[i].object;
    const auto rename = [&](object_kind kind, auto& elements, const auto& resolved) {
      for (std::size_t k = 0; k < elements.size(); ++k) {
        const std::string to = by.element(kind, table.name, resolved[k].name);
        if (to != resolved[k].name) {
          elements[k].name = to;
        }
      }
    };
    const model::table& before = before_->tables[i];
    if (table.primary_key) {
      const std::string& name = before.primary_key->name;
      const std::string to = by.element(object_kind::constraint, table.name, name);
      table.primary_key->name = to == name ? table.primary_key->name : to;
    }
    rename(object_kind::constraint, table.uniques, before.uniques);
    rename(object_kind::constraint, table.checks, before.checks);
    rename(object_kind::constraint, table.foreign_keys, before.foreign_keys);
    rename(object_kind::constraint, table.exclusions, before.exclusions);
    rename(object_kind::index, table.indexes, before.indexes);
  }
}

void chain::mark_drops() {
  for (const model::drop& each : transition_.drops) {
    const auto has_name = [&](const auto& object) { return object.name == each.name; };
    const auto ends = [&](const auto& object) {
      return is_named_by(object, each) || falls_with(object, each);
    };
    std::apply([&](auto&... all) { (mark(all, ends), ...); }, further_);
    switch (each.kind) {
    case object_kind::extension:
      mark(extensions_, [&](const auto& object) { return object.name == each.name.name; });
      break;
    case object_kind::enumeration:
      mark(enumerations_, has_name);
      break;
    case object_kind::table:
      mark(tables_, has_name);
      mark(triggers_, [&](const auto& trigger) { return trigger.table == each.name; });
      break;
    case object_kind::view:
      mark(views_, has_name);
      mark(triggers_, [&](const auto& trigger) { return trigger.table == each.name; });
      break;
    case object_kind::function:
      mark(functions_, has_name);
      break;
    case object_kind::trigger:
      mark(triggers_, [&](const auto& trigger) {
        return trigger.table == each.owner && trigger.name == each.name.name;
      });
      break;
    default:
      break; // Parts of objects: drop_elements.
    }
  }
}

/// From what is carried without being listed; a listed object says itself what it holds.
void chain::drop_elements() {
  if (transition_.drops.empty()) {
    return;
  }
  for (const model::drop& each : transition_.drops) {
    if (each.kind != object_kind::enum_value) {
      continue;
    }
    for (slot<model::enumeration>& carried : enumerations_) {
      if (carried.object.name == each.owner && !carried.is_listed) {
        std::erase(carried.object.values, each.name.name);
      }
    }
  }
  for (std::size_t i = 0; i < before_->tables.size(); ++i) {
    if (tables_[i].is_listed) {
      continue;
    }
    model::table& carried = tables_[i].object;
    model::table_change change;
    change.removals = dropped_elements(carried, before_->tables[i]);
    change.where = carried.where;
    if (!change.removals.empty()) {
      carried = derive({carried, before_->tables[i], renames(transition_)}, change, out_);
    }
  }
}

void chain::erase_what_ended(bool is_carried_on) {
  erase_ended(extensions_, is_carried_on);
  erase_ended(enumerations_, is_carried_on);
  erase_ended(tables_, is_carried_on);
  erase_ended(views_, is_carried_on);
  erase_ended(functions_, is_carried_on);
  erase_ended(triggers_, is_carried_on);
  std::apply([&](auto&... all) { (erase_ended(all, is_carried_on), ...); }, further_);
}

model::schema chain::current() const {
  model::schema all;
  all.extensions = objects_of(extensions_);
  all.enumerations = objects_of(enumerations_);
  all.tables = objects_of(tables_);
  all.views = objects_of(views_);
  all.functions = objects_of(functions_);
  all.triggers = objects_of(triggers_);
  std::apply(
      [&](const auto&... each) {
        ((list_of<std::decay_t<decltype(each.front().object)>>(all) = objects_of(each)), ...);
      },
      further_);
  return all;
}

void chain::list(model::extension&& extension) { put(extensions_, std::move(extension), number_); }

void chain::list(model::enumeration&& enumeration) {
  put(enumerations_, std::move(enumeration), number_);
}

void chain::list(model::view&& view) { put(views_, std::move(view), number_); }

void chain::list(model::function&& function) { put(functions_, std::move(function), number_); }

void chain::list(model::trigger&& trigger) { put(triggers_, std::move(trigger), number_); }

void chain::list(model::table&& table) {
  const std::size_t at = find_table(table.name);
  if (at < tables_.size() && !is_same_position(tables_[at].object.where, table.where)) {
    const auto same = [&](const model::place& old) { return is_same_position(old, table.where); };
    if (std::any_of(superseded_.begin(), superseded_.end(), same)) {
      report_not_the_latest(table.where, at);
    }
    superseded_.push_back(tables_[at].object.where);
  }
  put(tables_, std::move(table), number_);
}

} // namespace strata::codegen
