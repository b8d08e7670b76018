// What a column says, and the rules that one column alone can break.
#pragma once

#include <strata/schema/element.hpp>
#include <strata/schema/literal_rules.hpp>
#include <strata/schema/type.hpp>

namespace strata::detail {

enum class identity_mode { none, by_default, always };

struct sequence_options {
  struct number {
    bool given = false;
    std::int64_t value = 0;
  };

  number start{};
  number increment{};
  number minimum{};
  number maximum{};
  number cache{};
  bool cycle = false;
};

struct column_facts : element_facts {
  text_ref name{};
  column_type type{};
  bool nullable = false;
  default_source default_to{};
  identity_mode identity = identity_mode::none;
  sequence_options sequence{};
  sql_words generated{};
  bool generated_on_read = false;
  text_ref collation{};
  text_ref comment{};
  text_ref sqlite_type{};
  databases only{};
  text_ref cpp_name{};
  text_ref cpp_type{};
  text_ref cpp_header{};
};

constexpr void check_sources(const column_facts& column) {
  const int sources = (column.default_to.of != default_source::kind::none) +
                      (column.identity != identity_mode::none) + !column.generated.empty();
  if (sources > 1)
    S015_column_has_two_sources_of_its_value();
}

constexpr void check_default(const column_facts& column) {
  check_sources(column);
  const default_source& value = column.default_to;
  if (value.of == default_source::kind::literal && !fits(value.literal, column.type))
    S014_default_does_not_fit_the_column_type();
}

constexpr void check_identity(const column_facts& column) {
  check_sources(column);
  if (!is_integer(column.type))
    S016_identity_needs_an_integer_column();
}

/// Rules between options that may come in any order: checked where the column joins a table.
constexpr void check_column(const column_facts& column) {
  if (column.identity != identity_mode::none && column.nullable)
    S018_identity_column_is_nullable();
  if (column.default_to.of == default_source::kind::literal &&
      column.default_to.literal.of == literal_value::kind::null && !column.nullable)
    S019_null_default_on_a_column_that_is_not_null();
}

} // namespace strata::detail
