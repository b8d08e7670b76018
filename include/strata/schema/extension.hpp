// Extensions (PostgreSQL).
#pragma once

#include <strata/schema/object.hpp>

namespace strata::detail {

struct extension_declaration : object_facts {
  text_ref wanted_version{};
  text_ref words{};

  /// The schema that its objects are put into.
  consteval extension_declaration in_schema(name_text given) const {
    auto copy = *this;
    give(copy.schema, given);
    return copy;
  }

  /// In place of what the extension says of itself.
  consteval extension_declaration comment(some_text given) const {
    auto copy = *this;
    give(copy.words, given);
    return copy;
  }

  consteval extension_declaration version(some_text given) const {
    auto copy = *this;
    give(copy.wanted_version, given);
    return copy;
  }
};

} // namespace strata::detail

namespace strata::dsl {

consteval auto extension(const detail::located_name& name) {
  detail::extension_declaration result;
  result.kind = detail::object_kind::extension;
  result.name = name;
  result.where = name.where;
  return result;
}

} // namespace strata::dsl
