// What the entries of a transition speak of.
#pragma once

#include <strata/schema/element.hpp>

namespace strata::detail {

enum class changed_kind {
  schema,
  extension,
  enumeration,
  enum_value,
  table,
  column,
  constraint,
  index,
  view,
  function,
  trigger,
  reference_row,
  sequence,
  domain,
  composite_type,
  range_type,
  attribute,
  rule,
  policy,
  statistics,
  grant,
};

/// An object's name, and the place of the entry that mentions it.
struct located_object : object_name {
  std::source_location where;

  template <std::size_t N>
  consteval located_object(const char (&literal)[N],
                           std::source_location place = std::source_location::current())
      : object_name(literal), where(place) {}

  consteval located_object(const object_name& named,
                           std::source_location place = std::source_location::current())
      : object_name(named), where(place) {}

  consteval located_object(const object_facts& object,
                           std::source_location place = std::source_location::current())
      : object_name(object), where(place) {}
};

} // namespace strata::detail
