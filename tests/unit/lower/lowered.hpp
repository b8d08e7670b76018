// Models in few words, to compare lowered declarations with.
#pragma once

#include "tests/support/catch.hpp"

#include <strata/lower.hpp>

namespace strata::testing {

inline model::sql_text both(const std::string& words) { return {words, words}; }

inline model::qualified_name plain(const std::string& name) { return {"", name}; }

inline model::column lowered_column(const std::string& name, model::type_kind kind) {
  model::column result;
  result.name = name;
  result.type.kind = kind;
  return result;
}

inline model::literal text_literal(const std::string& words) {
  return {model::literal::kind::text, words};
}

/// The object at that position of a version, which is of that kind.
template <typename Object>
const Object& object_of(const model::version_declaration& version, std::size_t at) {
  REQUIRE(at < version.objects.size());
  REQUIRE(std::holds_alternative<Object>(version.objects[at]));
  return std::get<Object>(version.objects[at]);
}

} // namespace strata::testing
