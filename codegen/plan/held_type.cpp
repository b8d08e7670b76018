// Types that no ALTER reaches while a column holds them.
#include "codegen/plan/postgresql.hpp"

#include "codegen/compose/dsl_words.hpp"
#include "codegen/compose/further_objects.hpp"

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

void postgresql_lowering::refuse_under_columns(const further_object& type) {
  const auto [kind, name] =
      std::visit([](const auto& of) { return std::pair(kind_of(of), name_of_object(of)); }, type);
  if (!is_type(kind)) {
    return;
  }
  for (const model::table& table : of_.to.tables) {
    const model::table* const before = names_.before(table.name);
    for (const model::column& column : table.columns) {
      const model::column* const was = before == nullptr ? nullptr : find(*before, column.name);
      if (was == nullptr || column.type.name != name || was->type.name != name) {
        continue;
      }
      out_.add({"S334",
                fmt::format("{} {} changes while {}.{} holds it, which PostgreSQL refuses",
                            words_for(kind),
                            display(name),
                            display(table.name),
                            column.name),
                {"declare the new type under another name and give it to the column"},
                column.where});
      return;
    }
  }
}

} // namespace strata::codegen
