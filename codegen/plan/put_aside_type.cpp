// Pairs of types that are made of an enumeration that is built anew: no ALTER moves them over.
#include "codegen/compose/further_objects.hpp"
#include "codegen/plan/action.hpp"
#include "codegen/plan/setting_aside.hpp"
#include "codegen/sql/mention.hpp"

#include <algorithm>

namespace strata::codegen {
namespace {

std::vector<model::data_type> types_in(const model::domain& of) { return {of.type}; }

std::vector<model::data_type> types_in(const model::range_type& of) { return {of.subtype}; }

std::vector<model::data_type> types_in(const model::composite_type& of) {
  std::vector<model::data_type> types;
  for (const auto& each : of.attributes) {
    types.push_back(each.type);
  }
  return types;
}

template <typename Type>
void clear_comments(Type& type) {
  type.comment.clear();
  if constexpr (std::is_same_v<Type, model::composite_type>) {
    for (auto& each : type.attributes) {
      each.comment.clear();
    }
  } else if constexpr (std::is_same_v<Type, model::domain>) {
    for (auto& each : type.checks) {
      each.comment.clear();
    }
  }
}

set_comment comment_on(model::object_kind kind,
                       const model::qualified_name& owner,
                       const model::qualified_name& name,
                       const std::string& text) {
  set_comment again;
  again.kind = kind;
  again.owner = owner;
  again.name = name;
  again.after = text;
  return again;
}

template <typename Type>
std::vector<set_comment> comments_of(const Type& type) {
  std::vector<set_comment> all = {comment_on(kind_of(type), {}, type.name, type.comment)};
  if constexpr (std::is_same_v<Type, model::composite_type>) {
    for (const auto& each : type.attributes) {
      all.push_back(
          comment_on(model::object_kind::attribute, type.name, {{}, each.name}, each.comment));
    }
  } else if constexpr (std::is_same_v<Type, model::domain>) {
    for (const auto& each : type.checks) {
      all.push_back(
          comment_on(model::object_kind::constraint, type.name, {{}, each.name}, each.comment));
      all.back().on_domain = true;
    }
  }
  std::erase_if(all, [](const set_comment& each) { return each.after.empty(); });
  return all;
}

const std::vector<model::domain>& types_of(const model::schema& in, const model::domain&) {
  return in.domains;
}

const std::vector<model::composite_type>& types_of(const model::schema& in,
                                                   const model::composite_type&) {
  return in.composite_types;
}

} // namespace

void setting_aside::find_remade_types() {
  for (const operation& one : of_.operations) {
    if (const auto* replaced = std::get_if<replace_enumeration>(&one)) {
      remade_types_.insert(replaced->after.name);
    } else if (const auto* gone = std::get_if<drop_object>(&one)) {
      const auto is_type = [](const auto& of) {
        return kind_of(of) == model::object_kind::domain ||
               kind_of(of) == model::object_kind::composite_type ||
               kind_of(of) == model::object_kind::range_type;
      };
      if (std::visit(is_type, gone->object)) {
        remade_types_.insert(
            std::visit([](const auto& of) { return name_of_object(of); }, gone->object));
      }
    } else if (const auto* made = std::get_if<create_object>(&one)) {
      touched_.insert(
          "type" +
          vertex_name(std::visit([](const auto& of) { return name_of_object(of); }, made->object)));
    }
  }
  remake_moved_types();
  if (remade_types_.empty()) {
    return;
  }
  for (std::size_t known = 0; known != remade_types_.size();) { // One may be made of another.
    known = remade_types_.size();
    types(of_.from.domains, of_.to.domains);
    types(of_.from.composite_types, of_.to.composite_types);
    types(of_.from.range_types, of_.to.range_types);
  }
}

/// Those that an ALTER would change, were no column in its way.
void setting_aside::remake_moved_types() {
  for (const operation& one : of_.operations) {
    const auto* altered = std::get_if<alter_object>(&one);
    if (altered == nullptr) {
      continue;
    }
    const auto remake = [&](const auto& after) {
      using changed_type = std::decay_t<decltype(after)>;
      if constexpr (std::is_same_v<changed_type, model::domain> ||
                    std::is_same_v<changed_type, model::composite_type>) {
        if (!moved_types_.contains(after.name)) {
          return;
        }
        remade_types_.insert(after.name);
        touched_.insert("type" + vertex_name(after.name));
        types_aside_.insert(vertex_name(after.name));
        made_.emplace_back(drop_object{altered->before});
        made_.emplace_back(create_object{altered->after});
        // The altered one is without its comments.
        for (const changed_type& whole : types_of(of_.to, after)) {
          if (whole.name == after.name) {
            for (set_comment& each : comments_of(whole)) {
              made_.emplace_back(std::move(each));
            }
          }
        }
      }
    };
    std::visit(remake, altered->after);
  }
}

template <typename Type>
void setting_aside::types(const std::vector<Type>& before, const std::vector<Type>& after) {
  for (const Type& is : after) {
    const auto was = std::find_if(
        before.begin(), before.end(), [&](const auto& each) { return each.name == is.name; });
    const auto is_remade = [&](const model::data_type& each) {
      return remade_types_.contains(each.name);
    };
    const auto is_made_of_one = [&](const Type& type) {
      const std::vector<model::data_type> all = types_in(type);
      return std::any_of(all.begin(), all.end(), is_remade);
    };
    if (was == before.end() || (!is_made_of_one(*was) && !is_made_of_one(is)) ||
        !remade_types_.insert(is.name).second ||
        !touched_.insert("type" + vertex_name(is.name)).second) {
      continue;
    }
    types_aside_.insert(vertex_name(is.name));
    Type plain = is;
    clear_comments(plain);
    made_.emplace_back(drop_object{*was});
    made_.emplace_back(create_object{std::move(plain)});
    for (set_comment& each : comments_of(is)) {
      made_.emplace_back(std::move(each));
    }
  }
}

/// Its checks and its default, where they call a function that is dropped and created.
model::domain setting_aside::calling_part(const model::domain& of) const {
  model::domain part = of;
  std::erase_if(part.checks, [&](const model::check_constraint& each) {
    return !calls_remade({each.expression.postgresql});
  });
  const auto* text = of.default_to ? std::get_if<model::sql_text>(&*of.default_to) : nullptr;
  if (text == nullptr || !calls_remade({text->postgresql})) {
    part.default_to.reset();
  }
  return part;
}

void setting_aside::find_domains() {
  for (const model::domain& after : of_.to.domains) {
    const auto before =
        std::find_if(of_.from.domains.begin(),
                     of_.from.domains.end(),
                     [&](const model::domain& each) { return each.name == after.name; });
    if (before == of_.from.domains.end() || remade_types_.contains(after.name)) {
      continue;
    }
    const model::domain gone = calling_part(*before);
    if (gone.checks.empty() && !gone.default_to) {
      continue;
    }
    domains_.push_back({gone, calling_part(after)});
    for (const model::check_constraint& each : domains_.back().after.checks) {
      set_comment again =
          comment_on(model::object_kind::constraint, after.name, {{}, each.name}, each.comment);
      again.on_domain = true;
      if (!each.comment.empty()) {
        made_.emplace_back(std::move(again));
      }
    }
  }
}

/// Of expressions that call such a function; those of columns the server moves over itself.
void setting_aside::statistics_objects() {
  const auto& before = of_.from.statistics_objects;
  for (const model::statistics& after : of_.to.statistics_objects) {
    const auto was = std::find_if(before.begin(), before.end(), [&](const model::statistics& each) {
      return each.name == after.name;
    });
    if (was == before.end() || touched_.contains("type" + vertex_name(after.name)) ||
        (!views_aside_.contains(after.table) && !calls_remade({was->on}))) {
      continue;
    }
    made_.emplace_back(drop_object{*was});
    model::statistics plain = after;
    plain.comment.clear();
    made_.emplace_back(create_object{std::move(plain)});
    if (!after.comment.empty()) {
      made_.emplace_back(comment_on(model::object_kind::statistics, {}, after.name, after.comment));
    }
  }
}

} // namespace strata::codegen
