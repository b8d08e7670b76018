// Columns.
#pragma once

#include <strata/schema/column_rules.hpp>

namespace strata::detail {

/// A column under declaration; each option gives a copy that has it. `Column` is plain_column until
/// an option needs details.
template <typename Column>
struct column_declaration : Column {
  using is_table_element = void;
  using detailed = column_declaration<detailed_column>;

  /// NULL is allowed; a column that does not say so is NOT NULL.
  consteval column_declaration nullable() const {
    auto copy = *this;
    give(copy.facts.nullable, true);
    return copy;
  }

  /// A literal, or `now()` and its like.
  consteval column_declaration default_(const default_value& value) const {
    auto copy = *this;
    if (copy.facts.default_to.of != value_kind::none)
      S005_option_given_twice();
    copy.facts.default_to = value;
    check_default(copy);
    return copy;
  }

  /// `sql("…")` or `sql_for(…)`.
  template <std::same_as<sql_words> Sql>
  consteval detailed default_(const Sql& value) const {
    detailed copy = in_detail();
    if (copy.facts.default_to.of != value_kind::none)
      S005_option_given_twice();
    copy.facts.default_to.of = value_kind::sql;
    copy.details.default_sql = value;
    check_default(copy);
    return copy;
  }

  /// Numbered by the database where the program gives no value.
  consteval column_declaration identity() const { return numbered(identity_mode::by_default); }

  /// Always numbered by the database.
  consteval column_declaration identity_always() const { return numbered(identity_mode::always); }

  /// Numbered where the program gives no value, as of old: by a default that draws from a sequence
  /// of its own (PostgreSQL's serial types).
  consteval column_declaration serial() const { return numbered(identity_mode::serial); }

  /// The name of its sequence, in place of the default one.
  consteval detailed sequence_named(name_text given) const {
    need_identity();
    return with(&column_details::sequence_name, given);
  }

  /// What its sequence counts in, where that is not the column's type.
  consteval detailed counting_in(column_type type) const {
    need_identity();
    if (!is_integer(type))
      S054_sequence_does_not_count_in_integers();
    detailed copy = in_detail();
    give(copy.details.counts_given, true);
    copy.details.counts = type;
    return copy;
  }

  consteval detailed start(std::int64_t value) const {
    return sequence(&sequence_options::start, value);
  }

  consteval detailed increment(std::int64_t value) const {
    return sequence(&sequence_options::increment, value);
  }

  consteval detailed minimum(std::int64_t value) const {
    return sequence(&sequence_options::minimum, value);
  }

  consteval detailed maximum(std::int64_t value) const {
    return sequence(&sequence_options::maximum, value);
  }

  consteval detailed cache(std::int64_t value) const {
    return sequence(&sequence_options::cache, value);
  }

  consteval detailed cycle() const {
    need_identity();
    detailed copy = in_detail();
    give(copy.details.sequence.cycle, true);
    return copy;
  }

  /// Computed from the row's other columns and stored.
  consteval detailed generated(const sql_words& expression) const {
    return computed(expression, false);
  }

  /// Computed from the row's other columns whenever it is read (SQLite, PostgreSQL 18).
  consteval detailed generated_on_read(const sql_words& expression) const {
    return computed(expression, true);
  }

  consteval detailed collate(name_text collation) const {
    return with(&column_details::collation, collation);
  }

  consteval detailed comment(some_text words) const {
    return with(&column_details::comment, words);
  }

  /// The declared type on SQLite, in place of Strata's choice.
  consteval detailed on_sqlite(some_text type) const {
    return with(&column_details::sqlite_type, type);
  }

  /// Declared without a type on SQLite, which then keeps values as they come.
  consteval detailed untyped_on_sqlite() const {
    return with(&column_details::sqlite_type, untyped_words);
  }

  /// What SQLite does with a row that has null there (SQLite).
  consteval detailed not_null_on_conflict(conflict action) const {
    detailed copy = in_detail();
    give(copy.details.on_null, action);
    return copy;
  }

  /// The name of its NOT NULL, in place of the server's (PostgreSQL 18).
  consteval detailed not_null_named(name_text name) const {
    return with(&column_details::not_null_name, name);
  }

  /// Its NOT NULL holds for new rows only; existing ones are not looked at (PostgreSQL 18).
  consteval detailed not_null_not_valid() const {
    detailed copy = in_detail();
    give(copy.details.not_null_not_valid, true);
    return copy;
  }

  /// Tables that inherit from this one do not get its NOT NULL (PostgreSQL 18).
  consteval detailed not_null_no_inherit() const {
    detailed copy = in_detail();
    give(copy.details.not_null_no_inherit, true);
    return copy;
  }

  /// Where large values lie: `plain`, `main`, `external` or `extended` (PostgreSQL).
  consteval detailed storage(some_text how) const { return with(&column_details::storage, how); }

  /// How large values are compressed: `pglz` or `lz4` (PostgreSQL).
  consteval detailed compression(some_text method) const {
    return with(&column_details::compression, method);
  }

  /// How much ANALYZE gathers (PostgreSQL).
  consteval detailed statistics_target(std::int64_t target) const {
    detailed copy = in_detail();
    give(copy.details.statistics, target);
    return copy;
  }

  /// Of the planner, as written: `with_options("n_distinct = 100")` (PostgreSQL).
  consteval detailed with_options(some_text parameters) const {
    return with(&column_details::parameters, parameters);
  }

  consteval detailed only(database which) const {
    detailed copy = in_detail();
    give_only(copy.details.only, which);
    return copy;
  }

  /// Its name in C++, where the SQL name does not suit.
  consteval detailed as(name_text cpp_name) const {
    return with(&column_details::cpp_name, cpp_name);
  }

  /// Its type in C++, and the header that declares that:
  /// `maps_to("acme::cents", "<acme/money.hpp>")`.
  consteval detailed maps_to(some_text cpp_type, some_text header) const {
    detailed copy = with(&column_details::cpp_type, cpp_type);
    copy.details.cpp_header = header;
    return copy;
  }

private:
  consteval void need_identity() const {
    if (this->facts.identity == identity_mode::none)
      S017_identity_option_without_identity();
  }

  consteval detailed in_detail() const {
    if constexpr (std::is_same_v<Column, detailed_column>) {
      return *this;
    } else {
      detailed copy{{*this}};
      copy.facts.detailed = true;
      return copy;
    }
  }

  consteval detailed with(text_ref column_details::*option, text_ref value) const {
    detailed copy = in_detail();
    give(copy.details.*option, value);
    return copy;
  }

  consteval column_declaration numbered(identity_mode mode) const {
    auto copy = *this;
    give(copy.facts.identity, mode);
    check_identity(copy);
    return copy;
  }

  consteval detailed sequence(sequence_options::number sequence_options::*option,
                              std::int64_t value) const {
    need_identity();
    detailed copy = in_detail();
    give(copy.details.sequence.*option, value);
    return copy;
  }

  consteval detailed computed(const sql_words& expression, bool on_read) const {
    detailed copy = in_detail();
    give(copy.details.generated, expression);
    copy.details.generated_on_read = on_read;
    check_sources(copy);
    return copy;
  }
};

} // namespace strata::detail

namespace strata::dsl {

/// A column of a table or view: not null, unless it says `.nullable()`.
consteval auto column(const detail::located_name& name, const detail::column_type& type) {
  return detail::column_declaration<detail::plain_column>{
      {{detail::element_kind::column, name.where, name}, {type}}};
}

/// A column of an enumeration, given by value, or of a type given by name.
consteval auto column(const detail::located_name& name, const detail::named_type& type) {
  detail::column_declaration<detail::detailed_column> result;
  result.kind = detail::element_kind::column;
  result.place = name.where;
  result.name = name;
  result.facts.type = type.type;
  result.facts.detailed = true;
  result.details.named = type;
  return result;
}

} // namespace strata::dsl
