// The kinds of objects that PostgreSQL alone has, which most rooms handle alike.
#pragma once

#include <strata/model/schema.hpp>
#include <strata/model/transition.hpp>

#include <tuple>

namespace strata::codegen {

/// Calls `visit` with each list of such objects.
template <typename Schema, typename Visit>
void each_further(Schema& schema, Visit visit) {
  visit(schema.sequences);
  visit(schema.domains);
  visit(schema.composite_types);
  visit(schema.range_types);
  visit(schema.rules);
  visit(schema.policies);
  visit(schema.statistics_objects);
  visit(schema.grants);
}

/// The same with the lists of two schemas side by side.
template <typename From, typename To, typename Visit>
void each_further(From& from, To& to, Visit visit) {
  visit(from.sequences, to.sequences);
  visit(from.domains, to.domains);
  visit(from.composite_types, to.composite_types);
  visit(from.range_types, to.range_types);
  visit(from.rules, to.rules);
  visit(from.policies, to.policies);
  visit(from.statistics_objects, to.statistics_objects);
  visit(from.grants, to.grants);
}

/// What tells two objects of one kind apart.
template <typename Object>
auto identity_of(const Object& of) {
  return std::tie(of.name);
}

inline auto identity_of(const model::rule& of) { return std::tie(of.table, of.name); }

inline auto identity_of(const model::policy& of) { return std::tie(of.table, of.name); }

inline auto identity_of(const model::grant& of) {
  return std::tie(of.on, of.object, of.columns, of.parameters, of.privilege, of.grantee);
}

inline model::object_kind kind_of(const model::sequence&) { return model::object_kind::sequence; }

inline model::object_kind kind_of(const model::domain&) { return model::object_kind::domain; }

inline model::object_kind kind_of(const model::composite_type&) {
  return model::object_kind::composite_type;
}

inline model::object_kind kind_of(const model::range_type&) {
  return model::object_kind::range_type;
}

inline model::object_kind kind_of(const model::rule&) { return model::object_kind::rule; }

inline model::object_kind kind_of(const model::policy&) { return model::object_kind::policy; }

inline model::object_kind kind_of(const model::statistics&) {
  return model::object_kind::statistics;
}

inline model::object_kind kind_of(const model::grant&) { return model::object_kind::grant; }

/// Its name for operations and messages; of what hangs on a table, beside `owner_of`.
template <typename Object>
model::qualified_name name_of_object(const Object& of) {
  return of.name;
}

inline model::qualified_name name_of_object(const model::rule& of) { return {{}, of.name}; }

inline model::qualified_name name_of_object(const model::policy& of) { return {{}, of.name}; }

inline model::qualified_name name_of_object(const model::grant& of) {
  return {{}, of.privilege + " to " + (of.grantee.empty() ? "public" : of.grantee)};
}

/// The table that it hangs on; empty: it stands for itself.
template <typename Object>
model::qualified_name owner_of(const Object&) {
  return {};
}

inline model::qualified_name owner_of(const model::rule& of) { return of.table; }

inline model::qualified_name owner_of(const model::policy& of) { return of.table; }

inline model::qualified_name owner_of(const model::grant& of) { return of.object; }

/// Whether the object goes when this table or view does.
template <typename Object>
bool goes_with(const Object&, const model::qualified_name&) {
  return false;
}

inline bool goes_with(const model::sequence& of, const model::qualified_name& table) {
  return of.owner_table == table;
}

inline bool goes_with(const model::rule& of, const model::qualified_name& table) {
  return of.table == table;
}

inline bool goes_with(const model::policy& of, const model::qualified_name& table) {
  return of.table == table;
}

inline bool goes_with(const model::statistics& of, const model::qualified_name& table) {
  return of.table == table;
}

inline bool goes_with(const model::grant& of, const model::qualified_name& table) {
  using on = model::grant::object_class;
  return (of.on == on::table || of.on == on::column) && of.object == table;
}

} // namespace strata::codegen
