// Columns.
#pragma once

#include <strata/schema/column_rules.hpp>
#include <strata/schema/element.hpp>
#include <strata/schema/type.hpp>

namespace strata::detail {

/// A column under declaration; each option gives a copy that has it.
struct column_declaration {
  using is_table_element = void;
  column_facts facts;

  /// NULL is allowed; a column that does not say so is NOT NULL.
  consteval column_declaration nullable() const {
    auto copy = *this;
    give(copy.facts.nullable, true);
    return copy;
  }

  /// A literal, `now()` and its like, `sql("…")` or `sql_for(…)`.
  consteval column_declaration default_(const default_source& value) const {
    auto copy = *this;
    if (copy.facts.default_to.of != default_source::kind::none)
      S005_option_given_twice();
    copy.facts.default_to = value;
    check_default(copy.facts);
    return copy;
  }

  /// Numbered by the database where the program gives no value.
  consteval column_declaration identity() const { return identity(identity_mode::by_default); }

  /// Always numbered by the database.
  consteval column_declaration identity_always() const { return identity(identity_mode::always); }

  consteval column_declaration start(std::int64_t value) const {
    return numbered(&sequence_options::start, value);
  }

  consteval column_declaration increment(std::int64_t value) const {
    return numbered(&sequence_options::increment, value);
  }

  consteval column_declaration minimum(std::int64_t value) const {
    return numbered(&sequence_options::minimum, value);
  }

  consteval column_declaration maximum(std::int64_t value) const {
    return numbered(&sequence_options::maximum, value);
  }

  consteval column_declaration cache(std::int64_t value) const {
    return numbered(&sequence_options::cache, value);
  }

  consteval column_declaration cycle() const {
    auto copy = *this;
    if (copy.facts.identity == identity_mode::none)
      S017_identity_option_without_identity();
    give(copy.facts.sequence.cycle, true);
    return copy;
  }

  /// Computed from the row's other columns and stored.
  consteval column_declaration generated(const sql_words& expression) const {
    return generated(expression, false);
  }

  /// Computed from the row's other columns whenever it is read (SQLite).
  consteval column_declaration generated_on_read(const sql_words& expression) const {
    return generated(expression, true);
  }

  consteval column_declaration collate(name_text collation) const {
    auto copy = *this;
    give(copy.facts.collation, collation);
    return copy;
  }

  consteval column_declaration comment(some_text words) const {
    auto copy = *this;
    give(copy.facts.comment, words);
    return copy;
  }

  /// The declared type on SQLite, in place of Strata's choice.
  consteval column_declaration on_sqlite(some_text type) const {
    auto copy = *this;
    give(copy.facts.sqlite_type, type);
    return copy;
  }

  consteval column_declaration only(database which) const {
    auto copy = *this;
    give_only(copy.facts.only, which);
    return copy;
  }

  /// Its name in C++, where the SQL name does not suit.
  consteval column_declaration as(name_text cpp_name) const {
    auto copy = *this;
    give(copy.facts.cpp_name, cpp_name);
    return copy;
  }

  /// Its type in C++, and the header that declares that: `maps_to("acme::cents",
  /// "<acme/money.hpp>")`.
  consteval column_declaration maps_to(some_text cpp_type, some_text header) const {
    auto copy = *this;
    give(copy.facts.cpp_type, cpp_type);
    give(copy.facts.cpp_header, header);
    return copy;
  }

private:
  consteval column_declaration identity(identity_mode mode) const {
    auto copy = *this;
    give(copy.facts.identity, mode);
    check_identity(copy.facts);
    return copy;
  }

  consteval column_declaration numbered(sequence_options::number sequence_options::*option,
                                        std::int64_t value) const {
    auto copy = *this;
    if (copy.facts.identity == identity_mode::none)
      S017_identity_option_without_identity();
    auto& number = copy.facts.sequence.*option;
    give(number.given, true);
    number.value = value;
    return copy;
  }

  consteval column_declaration generated(const sql_words& expression, bool on_read) const {
    auto copy = *this;
    give(copy.facts.generated, expression);
    copy.facts.generated_on_read = on_read;
    check_sources(copy.facts);
    return copy;
  }
};

constexpr element_view view_of(const column_declaration& column) { return {&column.facts}; }

} // namespace strata::detail

namespace strata::dsl {

/// A column of a table or view: not null, unless it says `.nullable()`.
consteval detail::column_declaration column(detail::located_name name,
                                            const detail::column_type& type) {
  return {{{detail::element_kind::column, name.where}, name, type}};
}

} // namespace strata::dsl
