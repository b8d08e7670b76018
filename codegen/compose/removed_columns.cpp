// What still uses a column that a table has lost.
#include "codegen/compose/default_names.hpp"
#include "codegen/compose/derive.hpp"
#include "codegen/compose/lookup.hpp"
#include "codegen/compose/sql_words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace strata::codegen {
namespace {

bool contains(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool uses(const model::primary_key& key, const std::string& column) {
  return contains(key.columns, column) || contains(key.include, column);
}

bool uses(const model::unique_constraint& key, const std::string& column) {
  return contains(key.columns, column) || contains(key.include, column);
}

bool uses(const model::check_constraint& check, const std::string& column) {
  return mentions(check.expression, column);
}

bool uses(const model::foreign_key& key, const std::string& column) {
  return contains(key.columns, column);
}

bool uses(const model::exclusion_constraint& exclusion, const std::string& column) {
  return mentions(exclusion.predicate, column) ||
         std::any_of(exclusion.elements.begin(), exclusion.elements.end(), [&](const auto& each) {
           return each.column == column || mentions(each.expression, column);
         });
}

bool uses(const model::index& index, const std::string& column) {
  return contains(index.include, column) || mentions(index.predicate, column) ||
         std::any_of(index.keys.begin(), index.keys.end(), [&](const model::index_key& each) {
           return each.column == column || mentions(each.expression, column);
         });
}

/// Takes the users of one column out, noting each and what to write to leave it out.
class user_removal {
public:
  user_removal(model::table& table, const model::table& before, const std::string& column)
      : table_(table), before_(before), column_(column) {}

  void run() {
    if (table_.primary_key && uses(*table_.primary_key, column_)) {
      note("constraint", base_name(before_, *table_.primary_key));
      table_.primary_key.reset();
    }
    take_out("constraint", table_.uniques);
    take_out("constraint", table_.checks);
    take_out("constraint", table_.foreign_keys);
    take_out("constraint", table_.exclusions);
    take_out("index", table_.indexes);
  }

  bool found_any() const { return !users_.empty(); }

  const std::string& users() const { return users_; }

  const std::vector<std::string>& help() const { return help_; }

private:
  template <typename Element>
  void take_out(const char* kind, std::vector<Element>& elements) {
    for (const Element& each : elements) {
      if (uses(each, column_)) {
        note(kind, base_name(before_, each));
      }
    }
    std::erase_if(elements, [&](const Element& each) { return uses(each, column_); });
  }

  void note(const char* kind, const std::string& name) {
    users_ += fmt::format("{}{} {}", users_.empty() ? "" : ", ", kind, name);
    help_.push_back(fmt::format(R"(.without_{}("{}"))", kind, name));
  }

  model::table& table_;
  const model::table& before_; ///< A check's default name needs the column that is gone.
  const std::string& column_;
  std::string users_;
  std::vector<std::string> help_;
};

} // namespace

void take_out_users_of_removed(model::table& table,
                               const model::table& before,
                               const std::vector<model::removal>& removals,
                               diagnostics& out) {
  for (const model::removal& each : removals) {
    if (each.kind != model::object_kind::column || find_named(table.columns, each.name)) {
      continue;
    }
    user_removal users(table, before, each.name);
    users.run();
    if (users.found_any()) {
      out.add({"S107",
               fmt::format("{}.{} is left out but still used by {}; leave these out too, or "
                           "replace them",
                           display(table.name),
                           each.name,
                           users.users()),
               users.help(),
               each.where});
    }
  }
}

} // namespace strata::codegen
