// What tables, enumerations, views and the rest have in common, so that code can handle them
// without knowing their types: the parent of a derived table, the objects of a version.
#pragma once

#include <strata/schema/dialect.hpp>

namespace strata::detail {

enum class object_kind {
  extension,
  enumeration,
  table,
  view,
  function,
  trigger,
  named_schema,
  sequence,
  domain,
  composite_type,
  range_type,
  rule,
  policy,
  statistics,
  grant,
  since,
  transition,
};

struct element;

/// Is shown the elements of one object, all at once.
struct element_visitor {
  constexpr virtual void take(list<const element*> elements) = 0;

protected:
  ~element_visitor() = default;
};

struct object_facts {
  object_kind kind = object_kind::table;
  text_ref name{};
  text_ref schema{};
  std::source_location where{};
  /// Shows the elements of an object of the one type it was made for.
  void (*elements)(const object_facts&, element_visitor&) = nullptr;
};

/// An object by name, or by value, which gives its name.
struct object_name {
  text_ref name{};
  text_ref schema{};

  constexpr object_name() = default;

  consteval object_name(const object_facts& object) : name(object.name), schema(object.schema) {}

  consteval object_name(const longer_name& longer) : name(longer.text) {}

  consteval object_name(text_ref in_schema, name_text named) : name(named), schema(in_schema) {}

  template <std::size_t N>
  consteval object_name(const char (&literal)[N]) : name(name_text(literal)) {}

  friend constexpr bool operator==(const object_name&, const object_name&) = default;
};

} // namespace strata::detail

namespace strata::dsl {

/// The name of an object that is not in the default schema.
consteval detail::object_name qualified(detail::name_text schema, detail::name_text name) {
  return detail::object_name(schema, name);
}

} // namespace strata::dsl
