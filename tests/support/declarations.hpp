// Declarations of versions in a few words, and what the generator's stages say of them.
#pragma once

#include "codegen/text/diagnostics.hpp"
#include "tests/support/model_builders.hpp"

#include <cstdint>

namespace strata::testing {

/// A place that names its line alone; two of them are the same declaration.
inline model::place at(std::uint32_t line) { return {"schema.hpp", line, 1}; }

/// A table's declaration in line `line`.
inline model::table declared(model::table table, std::uint32_t line) {
  table.where = at(line);
  return table;
}

/// A table derived in line `line` from the declaration in line `from`.
struct derived : model::table_change {
  derived(std::string of, std::uint32_t from, std::uint32_t line) {
    parent.name = of;
    changes.name.name = std::move(of);
    derived_from = at(from);
    where = at(line);
  }

  derived with(const table& added) const {
    return changed([&](derived& d) {
      const model::qualified_name name = d.changes.name;
      d.changes = added;
      d.changes.name = name;
    });
  }

  derived without(model::object_kind kind, std::string name) const {
    return changed([&](derived& d) { d.removals.push_back({kind, std::move(name), d.where}); });
  }

  derived without(std::string column) const {
    return without(model::object_kind::column, std::move(column));
  }

  derived renamed(std::string to) const {
    return changed([&](derived& d) { d.changes.name.name = std::move(to); });
  }

  derived renamed_column(std::string from, std::string to) const {
    return changed([&](derived& d) {
      d.column_renames.push_back({std::move(from), std::move(to), d.where});
    });
  }

private:
  template <typename Change>
  derived changed(Change change) const {
    derived copy = *this;
    change(copy);
    return copy;
  }
};

/// A version that stands in line `number * 1000`.
struct version : model::version_declaration {
  explicit version(int of) {
    number = of;
    where = at(static_cast<std::uint32_t>(of) * 1000);
  }

  version since(int earlier) const {
    return changed([&](version& v) { v.model::version_declaration::since = earlier; });
  }

  version lists(model::declared_object object) const {
    return changed([&](version& v) { v.objects.push_back(std::move(object)); });
  }

  version says(const testing::transition& words) const {
    return changed([&](version& v) { v.model::version_declaration::transition = words; });
  }

private:
  template <typename Change>
  version changed(Change change) const {
    version copy = *this;
    change(copy);
    return copy;
  }
};

/// `line: [Snnn] message`, with ` | help` for each line of help, in order.
inline std::vector<std::string> lines(const codegen::diagnostics& of) {
  std::vector<std::string> result;
  for (const codegen::finding& each : of.sorted()) {
    std::string line = std::to_string(each.where.line) + ": [" + each.code + "] " + each.message;
    for (const std::string& help : each.help) {
      line += " | " + help;
    }
    result.push_back(std::move(line));
  }
  return result;
}

} // namespace strata::testing
