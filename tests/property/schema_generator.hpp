// Random schemas that are sound on both databases, and rows that satisfy them.
#pragma once

#include "tests/property/random_source.hpp"

#include <strata/model/schema.hpp>

#include <string>

namespace strata::testing {

/// Makes objects whose names are not yet in use. Every column of a table that rows_of fills holds a
/// value that depends on its type and the row's number only, so that a foreign key to a column of
/// the same type holds, and a key over it is unique.
class schema_generator {
public:
  explicit schema_generator(std::uint64_t seed) : random_(seed) {}

  model::schema schema();

  /// A table with up to two foreign keys to tables of `in`.
  model::table table(const model::schema& in);

  model::column column(const model::schema& in);
  model::enumeration enumeration();
  model::check_constraint check(const model::table& on);
  model::index index(const model::table& on);
  model::view view(const model::table& on);
  model::trigger trigger(const model::table& on);

  // What PostgreSQL alone has.
  model::sequence sequence();
  model::domain domain();
  model::composite_type composite_type();
  model::composite_type::attribute attribute();
  model::policy policy(const model::table& on);
  model::rule rule(const model::table& on);
  model::view materialized_view(const model::table& on);
  model::exclusion_constraint exclusion(const model::table& on);

  /// Whether `exclusion` finds a column.
  static bool can_exclude(const model::table& on);

  /// A foreign key of a new column of `from`, which is added, to a table of `in` or to itself.
  void reference(model::table& from, const model::schema& in);

  /// Not yet used; one in five is hostile.
  std::string name(const char* kind);

private:
  model::data_type type(const model::schema& in);
  void add_key(model::table& to);
  void add_further(model::schema& to);
  void add_user_typed(model::table& to, const model::schema& in);

  random_source random_;
  int named_ = 0;
};

/// Without what the database refuses and `.only(…)` cannot leave out.
model::schema sound_on(model::dialect on, model::schema schema);

/// Whether values of the type differ from row to row.
bool is_distinct(const model::data_type& type);

/// The value of a column of this type in row `row`, as SQL.
std::string
value_sql(const model::schema& in, const model::data_type& type, int row, model::dialect on);

/// INSERTs of three rows into each table; `schema` has all of its names.
std::string rows_of(const model::schema& schema, model::dialect on);

} // namespace strata::testing
