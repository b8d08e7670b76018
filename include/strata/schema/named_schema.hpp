// Schemas other than the default one (PostgreSQL). Most need no declaration: `.in_schema` is one.
#pragma once

#include <strata/schema/object.hpp>

namespace strata::detail {

struct named_schema_declaration : object_facts {
  text_ref words{};

  consteval named_schema_declaration comment(some_text given) const {
    auto copy = *this;
    give(copy.words, given);
    return copy;
  }
};

} // namespace strata::detail

namespace strata::dsl {

/// A schema that is empty, or has a comment.
consteval auto named_schema(const detail::located_name& name) {
  detail::named_schema_declaration result;
  result.kind = detail::object_kind::named_schema;
  result.name = name;
  result.where = name.where;
  return result;
}

} // namespace strata::dsl
