// Views, functions and triggers keep their SQL as it was written.
#include "codegen/docs/dsl_object.hpp"

#include "codegen/docs/dsl_table.hpp"

#include <fmt/format.h>

#include <array>

namespace strata::codegen::dsl {
std::string depends_on(const std::vector<model::qualified_name>& objects) {
  return objects.empty() ? "" : fmt::format("\n    .depends_on({})", names(objects));
}

std::string firing(model::firing when) {
  constexpr std::array<const char*, 4> words = {
      "", ".disabled()", ".fires_on_replica()", ".fires_always()"};
  return words.at(static_cast<std::size_t>(when));
}

std::string extension(const model::extension& of) {
  return fmt::format("extension({})", text(of.name)) + option("in_schema", of.schema) +
         option("version", of.version) + option("comment", of.comment);
}

std::string enumeration(const model::enumeration& of) {
  std::vector<std::string> values = {text(of.name.name)};
  for (std::size_t at = 0; at < of.values.size(); ++at) {
    const std::string value = text(of.values[at]);
    const bool is_named = at < of.cpp_values.size() && !of.cpp_values[at].empty();
    values.push_back(is_named ? fmt::format("value({}).as({})", value, text(of.cpp_values[at]))
                              : value);
  }
  return fmt::format("enumeration({})", fmt::join(values, ", ")) + common_options(of) +
         option("as", of.cpp_name);
}

std::string view(const model::view& of, const variables& in) {
  std::string words =
      call(of.materialized ? "materialized_view" : "view", {name(of.name.name), sql(of.query)});
  if (!of.column_names.empty())
    words += fmt::format("\n    .column_names({})", names(of.column_names));
  std::vector<std::string> parts;
  for (const model::column& each : of.columns)
    parts.push_back(column(each, in));
  if (!parts.empty())
    words += "\n    ." + call("columns", parts, 8);
  parts.clear();
  for (const model::index& each : of.indexes)
    parts.push_back(index(each));
  if (!parts.empty())
    words += "\n    ." + call("indexes", parts, 8);
  return words + option("with_options", of.with) + depends_on(of.depends_on) + common_options(of) +
         option("as", of.cpp_name);
}

std::string function(const model::function& of) {
  constexpr std::array<const char*, 3> words = {"function", "procedure", "aggregate"};
  return call(words.at(static_cast<std::size_t>(of.of)),
              {text(of.name.name), text(of.parameters), sql(of.definition)}) +
         depends_on(of.depends_on) + common_options(of);
}

std::string trigger(const model::trigger& of) {
  return call(of.constraint ? "constraint_trigger" : "trigger",
              {name(of.name), name(of.table), sql(of.events), sql(of.action)}) +
         firing(of.enabled) + depends_on(of.depends_on) + only(of.only) +
         option("comment", of.comment);
}

} // namespace strata::codegen::dsl
