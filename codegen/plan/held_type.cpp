// Types that no ALTER reaches while a column holds them.
#include "codegen/plan/held_type.hpp"

#include "codegen/compose/dsl_words.hpp"
#include "codegen/compose/further_objects.hpp"
#include "codegen/plan/postgresql.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace strata::codegen {
namespace {

bool is_type(model::object_kind kind) {
  return kind == model::object_kind::domain || kind == model::object_kind::composite_type ||
         kind == model::object_kind::range_type;
}

const model::column* find(const model::table& in, const std::string& name) {
  const auto found = std::find_if(
      in.columns.begin(), in.columns.end(), [&](const auto& each) { return each.name == name; });
  return found == in.columns.end() ? nullptr : &*found;
}

} // namespace

hold hold_of(const model::schema& in,
             const model::data_type& type,
             const model::qualified_name& domain,
             int depth) {
  constexpr int deepest = 32; // No type holds itself, but names may be wrong.
  if (type.name.name.empty() || depth > deepest) {
    return hold::none;
  }
  hold found = type.name == domain ? hold::plain : hold::none;
  for (const model::domain& each : in.domains) {
    if (each.name == type.name && found == hold::none) {
      found = hold_of(in, each.type, domain, depth + 1);
    }
  }
  for (const model::composite_type& each : in.composite_types) {
    if (each.name == type.name &&
        std::any_of(each.attributes.begin(), each.attributes.end(), [&](const auto& one) {
          return hold_of(in, one.type, domain, depth + 1) != hold::none;
        })) {
      return hold::within;
    }
  }
  return found != hold::none && type.array_dimensions > 0 ? hold::within : found;
}

bool tightens(const model::domain& before, const model::domain& after) {
  return (before.nullable && !after.nullable) ||
         std::any_of(after.checks.begin(), after.checks.end(), [&](const auto& is) {
           return std::none_of(before.checks.begin(), before.checks.end(), [&](const auto& was) {
             return was.expression == is.expression && was.not_valid == is.not_valid;
           });
         });
}

bool changes_an_attribute(const alter_object& altered) {
  const auto* before = std::get_if<model::composite_type>(&altered.before);
  const auto* after = std::get_if<model::composite_type>(&altered.after);
  if (before == nullptr || after == nullptr) {
    return false;
  }
  return std::any_of(before->attributes.begin(), before->attributes.end(), [&](const auto& was) {
    return std::any_of(after->attributes.begin(), after->attributes.end(), [&](const auto& is) {
      return was.name == is.name && (was.type != is.type || was.collation != is.collation);
    });
  });
}

/// A domain gets a constraint before columns come that hold it within an array or a composite type,
/// and after those have gone: the server cannot prove it on them. So do attributes become of other
/// types where columns hold their type at all.
void postgresql_lowering::change_around_columns(const alter_object& altered, action& made) {
  const auto* before = std::get_if<model::domain>(&altered.before);
  const auto* after = std::get_if<model::domain>(&altered.after);
  const bool is_domain = before != nullptr && after != nullptr;
  if (is_domain ? !tightens(*before, *after) : !changes_an_attribute(altered)) {
    return;
  }
  const model::qualified_name type =
      std::visit([](const auto& of) { return name_of_object(of); }, altered.after);
  const auto is_within = [&](const model::schema& in, const model::column& column) {
    const hold found = hold_of(in, column.type, type);
    return found == hold::within || (found == hold::plain && !is_domain);
  };
  const auto order = [&](std::vector<vertex>& to,
                         const model::qualified_name& table,
                         const std::string& column,
                         stage at) {
    to.push_back({object_class::column, vertex_name(table, column), at});
    to.push_back({object_class::column, vertex_name(table, column), stage::alter});
    to.push_back({object_class::table, vertex_name(table), at});
  };
  for (const model::table& table : of_.to.tables) {
    const model::table* const was = names_.is_new(table.name) ? nullptr : names_.before(table.name);
    for (const model::column& column : table.columns) {
      const model::column* const old = was == nullptr ? nullptr : find(*was, column.name);
      if (!is_within(of_.to, column)) {
        continue;
      }
      if (old != nullptr && is_within(of_.from, *old)) {
        refuse_type(altered.after, table.name, column);
      }
      order(made.before, table.name, column.name, stage::add);
    }
  }
  for (const model::table& table : of_.from.tables) {
    const model::qualified_name name = names_.new_name(table.name);
    const model::table* const is = names_.after(name);
    for (const model::column& column : table.columns) {
      const std::string now = names_.new_column(name, column.name);
      const model::column* const left = is == nullptr ? nullptr : find(*is, now);
      if (is_within(of_.from, column) && (left == nullptr || !is_within(of_.to, *left))) {
        order(made.after, name, now, stage::remove);
      }
    }
  }
}

void postgresql_lowering::refuse_type(const further_object& type,
                                      const model::qualified_name& table,
                                      const model::column& column) {
  const auto [kind, name] =
      std::visit([](const auto& of) { return std::pair(kind_of(of), name_of_object(of)); }, type);
  out_.add({"S334",
            fmt::format("{} {} changes while {}.{} holds it, which PostgreSQL refuses",
                        words_for(kind),
                        display(name),
                        display(table),
                        column.name),
            {"declare the new type under another name and give it to the column"},
            column.where});
}

void postgresql_lowering::refuse_under_columns(const further_object& type) {
  const auto [kind, name] =
      std::visit([](const auto& of) { return std::pair(kind_of(of), name_of_object(of)); }, type);
  if (!is_type(kind) || of_.moved_types.contains(name)) {
    return;
  }
  for (const model::table& table : of_.to.tables) {
    const model::table* const before = names_.before(table.name);
    for (const model::column& column : table.columns) {
      const model::column* const was = before == nullptr ? nullptr : find(*before, column.name);
      if (was == nullptr || column.type.name != name || was->type.name != name) {
        continue;
      }
      refuse_type(type, table.name, column);
      return;
    }
  }
}

} // namespace strata::codegen
