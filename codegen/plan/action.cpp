// Names of vertices, for the graph and for messages.
#include "codegen/plan/action.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace strata::codegen {
namespace {

const char* word(object_class of) {
  switch (of) {
  case object_class::before_sql:
    return "before SQL";
  case object_class::schema:
    return "schema";
  case object_class::extension:
    return "extension";
  case object_class::enumeration:
    return "enumeration";
  case object_class::user_type:
    return "type";
  case object_class::sequence:
    return "sequence";
  case object_class::function:
    return "function";
  case object_class::table:
    return "table";
  case object_class::column:
    return "column";
  case object_class::rows:
    return "rows of";
  case object_class::table_constraint:
    return "constraint";
  case object_class::foreign_key:
    return "foreign key";
  case object_class::index:
    return "index";
  case object_class::view:
    return "view";
  case object_class::trigger:
    return "trigger";
  case object_class::rule:
    return "rule";
  case object_class::policy:
    return "policy";
  case object_class::statistics:
    return "statistics";
  case object_class::grant:
    return "grant";
  case object_class::comment:
    return "comment";
  case object_class::after_sql:
    return "after SQL";
  case object_class::column_default:
    return "default of";
  case object_class::partition:
    return "partition";
  case object_class::barrier:
    return "what waits for";
  }
  return "";
}

const char* word(stage at) {
  switch (at) {
  case stage::remove:
    return "drop";
  case stage::rename:
    return "rename";
  case stage::add:
    return "add";
  case stage::fill:
    return "fill";
  case stage::alter:
    return "alter";
  case stage::prove:
    return "validate";
  case stage::tighten:
    return "tighten";
  }
  return "";
}

} // namespace

std::pair<object_class, std::string> gap_of(const action& of) {
  return of.gap.empty() ? std::pair(of.id.of, of.id.name) : std::pair(object_class::table, of.gap);
}

std::string vertex_name(const model::qualified_name& name) {
  return name.schema.empty() ? name.name : name.schema + joint + name.name;
}

std::string vertex_name(const model::qualified_name& owner, const std::string& name) {
  return vertex_name(owner) + joint + name;
}

std::string bare_name(const vertex& of) {
  const auto end = of.name.rfind(joint);
  return end == std::string::npos ? of.name : of.name.substr(end + 1);
}

std::string display(const vertex& of) {
  std::string name = of.name;
  std::replace(name.begin(), name.end(), joint, '.');
  return fmt::format("{} {} {}", word(of.at), word(of.of), name);
}

} // namespace strata::codegen
