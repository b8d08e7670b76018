// What a table is as a whole, as elements: tables without them pay nothing for them.
#pragma once

#include <strata/schema/element.hpp>

namespace strata::detail {

enum class table_property {
  storage_parameters,
  partitioned_by,
  partition_of,
  inherits,
  row_security,
  row_security_forced,
  replica_identity_full,
  replica_identity_nothing,
  replica_identity_index,
  clustered_on,
};

struct property_facts {
  table_property of = table_property::storage_parameters;
  text_ref words{};
  object_name parent{};
};

struct property_declaration : element_with<property_facts> {
  using is_table_element = void;
};

/// Whether columns of another table are this one's: they cannot be looked up here.
constexpr bool has_columns_of_another(list<const element*> elements) {
  for (const element* each : elements) {
    if (each->kind != element_kind::property)
      continue;
    const table_property of = facts_of<property_facts>(*each).of;
    if (of == table_property::partition_of || of == table_property::inherits)
      return true;
  }
  return false;
}

/// Each may be said once; a table may inherit from several.
constexpr void check_property(list<const element*> elements, const element& property) {
  const table_property of = facts_of<property_facts>(property).of;
  for (const element* each : elements) {
    if (each == &property)
      return;
    if (each->kind == element_kind::property && facts_of<property_facts>(*each).of == of &&
        of != table_property::inherits)
      S005_option_given_twice();
  }
}

struct located_words : some_text {
  std::source_location where;

  template <std::size_t N>
  consteval located_words(const char (&literal)[N],
                          std::source_location place = std::source_location::current())
      : some_text(literal), where(place) {}
};

consteval property_declaration property(table_property of,
                                        std::source_location where,
                                        text_ref words = {},
                                        const object_name& parent = {}) {
  return {{{element_kind::property, where}, {of, words, parent}}};
}

} // namespace strata::detail

namespace strata::dsl {

/// Storage parameters as written: `with_options("fillfactor = 70")` (PostgreSQL).
consteval auto with_options(const detail::located_words& parameters) {
  return detail::property(detail::table_property::storage_parameters, parameters.where, parameters);
}

/// `partition_by("RANGE (created_at)")` (PostgreSQL).
consteval auto partition_by(const detail::located_words& how) {
  return detail::property(detail::table_property::partitioned_by, how.where, how);
}

/// `partition_of(readings, "FOR VALUES FROM ('2024-01-01') TO ('2025-01-01')")`, whose columns it
/// has (PostgreSQL).
consteval auto partition_of(const detail::object_name& parent,
                            const detail::located_words& bounds) {
  return detail::property(detail::table_property::partition_of, bounds.where, bounds, parent);
}

/// Has that table's columns before its own (PostgreSQL).
consteval auto inherits(const detail::object_name& parent,
                        std::source_location where = std::source_location::current()) {
  return detail::property(detail::table_property::inherits, where, {}, parent);
}

/// Roles see and write the rows that policies allow, its owner all (PostgreSQL).
consteval auto row_security(std::source_location where = std::source_location::current()) {
  return detail::property(detail::table_property::row_security, where);
}

/// Policies hold for the table's owner too (PostgreSQL).
consteval auto force_row_security(std::source_location where = std::source_location::current()) {
  return detail::property(detail::table_property::row_security_forced, where);
}

/// Logical replication sends the whole old row (PostgreSQL).
consteval auto replica_identity_full(std::source_location where = std::source_location::current()) {
  return detail::property(detail::table_property::replica_identity_full, where);
}

/// Logical replication sends nothing of the old row (PostgreSQL).
consteval auto
replica_identity_nothing(std::source_location where = std::source_location::current()) {
  return detail::property(detail::table_property::replica_identity_nothing, where);
}

/// Logical replication sends the columns of this unique index (PostgreSQL).
consteval auto replica_identity_index(const detail::located_name& index) {
  return detail::property(detail::table_property::replica_identity_index, index.where, index);
}

/// The index that CLUSTER goes by (PostgreSQL).
consteval auto clustered_on(const detail::located_name& index) {
  return detail::property(detail::table_property::clustered_on, index.where, index);
}

} // namespace strata::dsl
