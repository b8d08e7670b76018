// Names that one action frees and another takes.
#pragma once

#include "codegen/plan/lowering.hpp"

#include <string>
#include <vector>

namespace strata::codegen {

inline std::string type_resource(const model::qualified_name& name) {
  return "type" + (joint + vertex_name(name));
}

/// The name of what has its name to itself within its table or type, or among its like: by the name
/// of its vertex.
inline std::string own_resource(object_class of, const std::string& vertex) {
  return "own" + std::to_string(static_cast<int>(of)) + joint + vertex;
}

object_class class_of_object(const further_object& object);
std::string vertex_of_object(const further_object& object);

/// Composite types are relations too, and every type but an enumeration's kin has one name space.
inline std::vector<std::string> resources_of(const further_object& object) {
  if (const auto* sequence = std::get_if<model::sequence>(&object)) {
    return {relation_resource(sequence->name)};
  }
  if (const auto* domain = std::get_if<model::domain>(&object)) {
    return {type_resource(domain->name)};
  }
  if (const auto* type = std::get_if<model::composite_type>(&object)) {
    return {type_resource(type->name), relation_resource(type->name)};
  }
  if (const auto* range = std::get_if<model::range_type>(&object)) {
    return {type_resource(range->name)};
  }
  return {own_resource(class_of_object(object), vertex_of_object(object))};
}

} // namespace strata::codegen
