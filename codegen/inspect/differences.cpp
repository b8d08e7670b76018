// Comparing schemas object by object, property by property.
#include "codegen/inspect/differences.hpp"

#include "codegen/inspect/schema_facts.hpp"

#include <fmt/format.h>

namespace strata::codegen {
namespace {

std::string shown(const std::string& value) { return value.empty() ? "none" : value; }

void compare(const std::string& object,
             const object_facts& found,
             const object_facts& expected,
             std::vector<std::string>& lines) {
  for (const auto& [property, value] : expected) {
    const auto other = found.find(property);
    const std::string actual = other == found.end() ? "" : other->second;
    if (actual != value) {
      lines.push_back(
          fmt::format("{}: {} is {}, expected {}", object, property, shown(actual), shown(value)));
    }
  }
}

} // namespace

std::vector<std::string> differences(const model::schema& found, const model::schema& expected) {
  const schema_facts actual = facts(found);
  const schema_facts wanted = facts(expected);
  std::vector<std::string> lines;
  for (const auto& [object, properties] : wanted) {
    if (const auto other = actual.find(object); other != actual.end()) {
      compare(object, other->second, properties, lines);
    } else {
      lines.push_back(object + " is missing");
    }
  }
  for (const auto& [object, properties] : actual) {
    if (!wanted.contains(object))
      lines.push_back(object + " is not expected");
  }
  return lines;
}

} // namespace strata::codegen
