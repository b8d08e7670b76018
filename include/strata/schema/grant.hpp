// Privileges (PostgreSQL).
#pragma once

#include <strata/schema/attachment.hpp>
#include <strata/schema/object_elements.hpp>
#include <strata/schema/routine.hpp>

namespace strata::detail {

enum class grant_class { table, column, sequence, schema, function, type, unsaid };

struct grant_facts : object_facts {
  grant_class on = grant_class::unsaid;
  object_name object{};
  text_ref parameters{};
  bool to_public = false;
  bool has_roles = false;
  bool grantable = false;
  bool revoked = false;
  databases only{};
};

constexpr grant_class grant_class_of(object_kind kind) {
  switch (kind) {
  case object_kind::table:
  case object_kind::view:
    return grant_class::table;
  case object_kind::sequence:
    return grant_class::sequence;
  case object_kind::named_schema:
    return grant_class::schema;
  case object_kind::function:
    return grant_class::function;
  case object_kind::enumeration:
  case object_kind::domain:
  case object_kind::composite_type:
  case object_kind::range_type:
    return grant_class::type;
  default:
    S057_grant_is_on_something_without_privileges();
    return grant_class::unsaid;
  }
}

constexpr void check_grant(const grant_facts& grant) {
  if (grant.on == grant_class::unsaid || (!grant.to_public && !grant.has_roles))
    S059_grant_lacks_an_object_or_a_role();
}

/// A column among the elements of a grant.
struct granted_column : element {};

template <typename... Elements>
struct grant_declaration;

template <typename... Elements>
constexpr grant_declaration<Elements...> grant_of(grant_facts facts, const Elements&... elements) {
  facts.elements = &object_of_elements<grant_facts, Elements...>::show;
  return {{facts, boost::hana::basic_tuple<Elements...>(elements...)}};
}

/// Its elements are privileges, columns and roles.
template <typename... Elements>
struct grant_declaration : object_of_elements<grant_facts, Elements...> {
  /// A table, view, sequence, function, type or schema, by its declaration.
  consteval auto on(const object_facts& what) const {
    text_ref signature;
    if (what.kind == object_kind::function)
      signature = static_cast<const function_facts&>(what).parameters;
    return on_object(grant_class_of(what.kind), what, signature);
  }

  /// A table or view, by name.
  consteval auto on_table(const object_name& given) const {
    return on_object(grant_class::table, given);
  }

  template <typename... Names>
  consteval auto on_columns(const object_name& table, const Names&... columns) const {
    return on_object(grant_class::column, table).with(column_of(columns)...);
  }

  consteval auto on_sequence(const object_name& given) const {
    return on_object(grant_class::sequence, given);
  }

  consteval auto on_schema(name_text given) const {
    return on_object(grant_class::schema, object_name({}, given));
  }

  /// A function, procedure or aggregate with these parameters.
  consteval auto on_function(const object_name& given, text_ref signature) const {
    return on_object(grant_class::function, given, signature);
  }

  consteval auto on_type(const object_name& given) const {
    return on_object(grant_class::type, given);
  }

  template <typename... Names>
  consteval auto to(const Names&... roles) const {
    auto copy = *this;
    copy.has_roles = true;
    return copy.with(role(roles)...);
  }

  consteval auto to_public() const {
    auto copy = *this;
    give(copy.grant_facts::to_public, true);
    return copy;
  }

  consteval auto only(database which) const {
    auto copy = *this;
    give_only(copy.grant_facts::only, which);
    return copy;
  }

  /// They may hand it on.
  consteval auto with_grant_option() const {
    auto copy = *this;
    give(copy.grantable, true);
    return copy;
  }

private:
  consteval auto
  on_object(grant_class of, const object_name& given, text_ref signature = {}) const {
    auto copy = *this;
    give(copy.grant_facts::on, of, grant_class::unsaid);
    copy.object = given;
    copy.parameters = signature;
    return copy;
  }

  static consteval granted_column column_of(name_text given) {
    return {{element_kind::column, {}, given}};
  }

  template <typename... Added>
  consteval auto with(const Added&... added) const {
    return boost::hana::unpack(this->items, [&](const Elements&... own) {
      return grant_of<Elements..., Added...>(*this, own..., added...);
    });
  }
};

template <typename... Names>
consteval auto grant_of_privileges(const located_name& first, bool revoked, const Names&... more) {
  grant_facts facts;
  facts.kind = object_kind::grant;
  facts.name = first;
  facts.where = first.where;
  facts.revoked = revoked;
  facts.to_public = revoked;
  return grant_of(facts, word(first), word(more)...);
}

} // namespace strata::detail

namespace strata::dsl {

/// `grant("SELECT", "INSERT").on(orders).to("app")`.
template <typename... Names>
consteval auto grant(const detail::located_name& privilege, const Names&... more) {
  return detail::grant_of_privileges(privilege, false, more...);
}

/// `revoke_from_public("EXECUTE").on(wipe)`: what everyone has unless it is taken away.
template <typename... Names>
consteval auto revoke_from_public(const detail::located_name& privilege, const Names&... more) {
  return detail::grant_of_privileges(privilege, true, more...);
}

} // namespace strata::dsl
