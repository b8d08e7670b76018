// Spelling entries of a transition.
#include "codegen/compose/dsl_words.hpp"

#include "codegen/text/cpp_literal.hpp"

#include <fmt/format.h>

namespace strata::codegen {
namespace {

std::string first_arguments(const model::qualified_name& owner, const model::qualified_name& name) {
  return owner.name.empty() ? dsl_name(name)
                            : fmt::format("{}, {}", dsl_name(owner), string_literal(name.name));
}

} // namespace

std::string entry_suffix(model::object_kind kind) {
  switch (kind) {
  case model::object_kind::enum_value:
    return "enum_value";
  case model::object_kind::reference_row:
    return "reference_row";
  case model::object_kind::composite_type:
    return "composite_type";
  case model::object_kind::range_type:
    return "range_type";
  default:
    return words_for(kind);
  }
}

std::string dsl_name(const model::qualified_name& name) {
  return name.schema.empty() ? string_literal(name.name)
                             : fmt::format("qualified({}, {})",
                                           string_literal(name.schema),
                                           string_literal(name.name));
}

std::string drop_line(model::object_kind kind,
                      const model::qualified_name& owner,
                      const model::qualified_name& name) {
  return fmt::format(
      R"(drop_{}({}).because("…"))", entry_suffix(kind), first_arguments(owner, name));
}

std::string rename_line(model::object_kind kind,
                        const model::qualified_name& owner,
                        const model::qualified_name& from,
                        const std::string& to) {
  return fmt::format(R"(rename_{}({}, {}).because("…"))",
                     entry_suffix(kind),
                     first_arguments(owner, from),
                     string_literal(to));
}

std::string words_for(model::object_kind kind) {
  switch (kind) {
  case model::object_kind::schema:
    return "schema";
  case model::object_kind::extension:
    return "extension";
  case model::object_kind::enumeration:
    return "enumeration";
  case model::object_kind::enum_value:
    return "value";
  case model::object_kind::table:
    return "table";
  case model::object_kind::column:
    return "column";
  case model::object_kind::constraint:
    return "constraint";
  case model::object_kind::index:
    return "index";
  case model::object_kind::view:
    return "view";
  case model::object_kind::function:
    return "function";
  case model::object_kind::trigger:
    return "trigger";
  case model::object_kind::reference_row:
    return "reference row";
  case model::object_kind::sequence:
    return "sequence";
  case model::object_kind::domain:
    return "domain";
  case model::object_kind::composite_type:
    return "composite type";
  case model::object_kind::range_type:
    return "range type";
  case model::object_kind::attribute:
    return "attribute";
  case model::object_kind::rule:
    return "rule";
  case model::object_kind::policy:
    return "policy";
  case model::object_kind::statistics:
    return "statistics";
  case model::object_kind::grant:
    return "grant";
  }
  return {};
}

std::string thing(const model::qualified_name& owner, const model::qualified_name& name) {
  return owner.name.empty() ? display(name) : display(owner) + "." + name.name;
}

} // namespace strata::codegen
