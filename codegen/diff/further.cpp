// Sequences, types, rules, policies, statistics and grants: made, gone, changed in place where
// ALTER reaches, else made again.
#include "codegen/compose/further_objects.hpp"
#include "codegen/diff/difference.hpp"
#include "codegen/diff/matching.hpp"

#include <algorithm>
#include <tuple>

namespace strata::codegen {
namespace {

set_comment comment_on(model::object_kind kind,
                       const model::qualified_name& owner,
                       const model::qualified_name& name,
                       const std::string& before,
                       const std::string& after) {
  set_comment change;
  change.kind = kind;
  change.owner = owner;
  change.name = name;
  change.before = before;
  change.after = after;
  return change;
}

/// Whether ALTER leads from one definition to the other.
bool is_in_reach(const model::sequence&, const model::sequence&) { return true; }

bool is_in_reach(const model::domain& before, const model::domain& after) {
  return before.type == after.type && before.collation == after.collation;
}

bool is_in_reach(const model::composite_type&, const model::composite_type&) { return true; }

bool is_in_reach(const model::range_type&, const model::range_type&) { return false; }

bool is_in_reach(const model::rule& before, const model::rule& after) {
  return before.event == after.event && before.action == after.action;
}

bool is_in_reach(const model::policy& before, const model::policy& after) {
  const auto loses = [](const model::sql_text& was, const model::sql_text& is) {
    return !was.empty() && is.empty();
  };
  return before.restrictive == after.restrictive && before.of == after.of &&
         !loses(before.using_sql, after.using_sql) && !loses(before.check_sql, after.check_sql);
}

bool is_in_reach(const model::statistics& before, const model::statistics& after) {
  return std::tie(before.table, before.kinds, before.on) ==
         std::tie(after.table, after.kinds, after.on);
}

bool is_in_reach(const model::grant&, const model::grant&) { return false; }

/// The object as it is compared and made: its comments are operations of their own, and what it
/// depends on is no part of it.
template <typename Object>
Object bare(Object object) {
  object.comment.clear();
  return object;
}

model::domain bare(model::domain domain) {
  domain.comment.clear();
  for (model::check_constraint& each : domain.checks) {
    each.comment.clear();
  }
  std::sort(domain.checks.begin(), domain.checks.end(), [](const auto& a, const auto& b) {
    return a.name < b.name;
  });
  return domain;
}

model::composite_type bare(model::composite_type type) {
  type.comment.clear();
  for (model::composite_type::attribute& each : type.attributes) {
    each.comment.clear();
  }
  return type;
}

model::rule bare(model::rule rule) {
  rule.comment.clear();
  rule.depends_on.clear();
  return rule;
}

model::policy bare(model::policy policy) {
  policy.comment.clear();
  policy.depends_on.clear();
  return policy;
}

model::grant bare(model::grant grant) { return grant; }

class further_diff {
public:
  explicit further_diff(difference& all) : all_(all) {}

  void run() {
    each_further(all_.from, all_.to, [&](const auto& from, const auto& to) { compare(from, to); });
  }

private:
  template <typename Object>
  void compare(const std::vector<Object>& from, const std::vector<Object>& to) {
    const auto key = [](const Object& of) { return identity_of(of); };
    const matched<Object> all = match(from, to, key);
    for (const Object* each : all.removed) {
      if (!goes_anyway(*each)) {
        all_.add(drop_object{bare(*each)});
      }
    }
    for (const Object* each : all.added) {
      create(*each);
    }
    for (const auto& [before, after] : all.kept) {
      compare(*before, *after);
    }
  }

  template <typename Object>
  void compare(const Object& before, const Object& after) {
    if (stands_on_what_is_made_again(before)) {
      if constexpr (std::is_same_v<Object, model::rule> ||
                    std::is_same_v<Object, model::statistics>) {
        all_.add(drop_object{bare(before)}); // The plan knows of the gap that it leaves.
      }
      create(after); // It went with what it stands on.
    } else if (bare(before) == bare(after)) {
      comment(after, &before);
    } else if (is_in_reach(before, after)) {
      all_.add(alter_object{bare(before), bare(after)});
      comment(after, &before);
    } else {
      all_.add(drop_object{bare(before)});
      create(after);
    }
  }

  template <typename Object>
  void create(const Object& object) {
    all_.add(create_object{bare(object)});
    comment(object, static_cast<const Object*>(nullptr));
  }

  template <typename Object>
  bool goes_anyway(const Object& object) const {
    return std::any_of(all_.operations.begin(), all_.operations.end(), [&](const operation& each) {
      const auto* const table = std::get_if<drop_table>(&each);
      const auto* const view = std::get_if<drop_view>(&each);
      return (table != nullptr && goes_with(object, table->table.name)) ||
             (view != nullptr && goes_with(object, view->view.name));
    });
  }

  bool goes_anyway(const model::sequence& object) const {
    return std::any_of(all_.operations.begin(), all_.operations.end(), [&](const operation& each) {
      const auto* const table = std::get_if<drop_table>(&each);
      const auto* const column = std::get_if<drop_column>(&each);
      return (table != nullptr && goes_with(object, table->table.name)) ||
             (column != nullptr && column->table == object.owner_table &&
              column->column.name == object.owner_column);
    });
  }

  /// No schema declares what an extension has.
  bool is_of_extension(const model::grant& object) const {
    using on = model::grant::object_class;
    const auto has = [&](const auto& list) {
      return std::any_of(
          list.begin(), list.end(), [&](const auto& each) { return each.name == object.object; });
    };
    const model::schema& from = all_.from;
    switch (object.on) {
    case on::table:
      return !has(from.tables) && !has(from.views);
    case on::function:
      return !has(from.functions);
    case on::type:
      return !has(from.enumerations) && !has(from.domains) && !has(from.composite_types) &&
             !has(from.range_types);
    default:
      return false;
    }
  }

  /// Privileges of what goes, of any kind, go with it.
  bool goes_anyway(const model::grant& object) const {
    using on = model::grant::object_class;
    const auto has = [&](const auto& list) {
      return std::any_of(
          list.begin(), list.end(), [&](const auto& each) { return each.name == object.object; });
    };
    const model::schema& to = all_.to;
    if (is_of_extension(object)) {
      return false;
    }
    switch (object.on) {
    case on::table:
    case on::column:
      return (!has(to.tables) && !has(to.views)) || stands_on_what_is_made_again(object);
    case on::sequence:
      return false;
    case on::function:
      return std::none_of(to.functions.begin(), to.functions.end(), [&](const auto& each) {
        return each.name == object.object && each.parameters == object.parameters;
      });
    case on::type:
      return !has(to.enumerations) && !has(to.domains) && !has(to.composite_types) &&
             !has(to.range_types);
    case on::schema:
      return std::none_of(to.named_schemas.begin(), to.named_schemas.end(), [&](const auto& each) {
        return each.name == object.object.name;
      });
    }
    return false;
  }

  /// A view, function or type that is dropped and created takes what hangs on it with it.
  template <typename Object>
  bool stands_on_what_is_made_again(const Object& object) const {
    return std::any_of(all_.operations.begin(), all_.operations.end(), [&](const operation& each) {
      if constexpr (!std::is_same_v<Object, model::sequence>) {
        const auto* const table = std::get_if<drop_table>(&each);
        if (table != nullptr && goes_with(object, table->table.name)) {
          return true; // A view takes the table's name.
        }
      }
      const auto* const view = std::get_if<drop_view>(&each);
      return view != nullptr && goes_with(object, view->view.name);
    });
  }

  bool stands_on_what_is_made_again(const model::grant& object) const {
    using on = model::grant::object_class;
    return std::any_of(all_.operations.begin(), all_.operations.end(), [&](const operation& each) {
      if (const auto* const view = std::get_if<drop_view>(&each)) {
        return goes_with(object, view->view.name);
      }
      if (const auto* const table = std::get_if<drop_table>(&each)) {
        return goes_with(object, table->table.name);
      }
      if (const auto* const function = std::get_if<drop_function>(&each)) {
        return object.on == on::function && function->function.name == object.object &&
               function->function.parameters == object.parameters;
      }
      if (const auto* const enumeration = std::get_if<drop_enumeration>(&each)) {
        return object.on == on::type && enumeration->enumeration.name == object.object;
      }
      const auto* const dropped = std::get_if<drop_object>(&each);
      return dropped != nullptr && object.on == on::type &&
             std::visit([&](const auto& of) { return is_type(of, object.object); },
                        dropped->object);
    });
  }

  template <typename Object>
  static bool is_type(const Object& object, const model::qualified_name& name) {
    using kind = model::object_kind;
    const bool types = kind_of(object) == kind::domain || kind_of(object) == kind::composite_type ||
                       kind_of(object) == kind::range_type;
    return types && name_of_object(object) == name;
  }

  template <typename Object>
  void comment(const Object& after, const Object* before) {
    all_.comment(comment_on(kind_of(after),
                            owner_of(after),
                            name_of_object(after),
                            before == nullptr ? std::string() : before->comment,
                            after.comment));
    if constexpr (std::is_same_v<Object, model::composite_type>) {
      parts(model::object_kind::attribute, after, after.attributes, [&](const auto& name) {
        return before == nullptr ? std::string() : comment_in(before->attributes, name);
      });
    } else if constexpr (std::is_same_v<Object, model::domain>) {
      parts(model::object_kind::constraint, after, after.checks, [&](const auto& name) {
        return before == nullptr ? std::string() : comment_in(before->checks, name);
      });
    }
  }

  void comment(const model::grant&, const model::grant*) {}

  template <typename Object, typename Elements, typename Before>
  void parts(model::object_kind kind,
             const Object& of,
             const Elements& elements,
             Before comment_before) {
    for (const auto& each : elements) {
      set_comment change =
          comment_on(kind, of.name, {{}, each.name}, comment_before(each.name), each.comment);
      change.on_domain = std::is_same_v<Object, model::domain>;
      all_.comment(std::move(change));
    }
  }

  template <typename Elements>
  static std::string comment_in(const Elements& elements, const std::string& name) {
    for (const auto& each : elements) {
      if (each.name == name) {
        return each.comment;
      }
    }
    return {};
  }

  difference& all_;
};

} // namespace

void diff_further(difference& all) { further_diff(all).run(); }

} // namespace strata::codegen
