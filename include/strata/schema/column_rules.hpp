// What a column says, and the rules that one column alone can break.
#pragma once

#include <strata/schema/conflict.hpp>
#include <strata/schema/element.hpp>
#include <strata/schema/literal_rules.hpp>
#include <strata/schema/sequence_options.hpp>
#include <strata/schema/type.hpp>

namespace strata::detail {

enum class identity_mode { none, by_default, always, serial };

/// What most columns say. It is small, since compilers pay for each member of each column;
/// `detailed` says that this is part of a detailed_column, which has the rest.
struct column_facts {
  column_type type{};
  default_value default_to{};
  bool nullable = false;
  bool detailed = false;
  identity_mode identity = identity_mode::none;
};

struct column_details {
  named_type named{}; ///< Its `type` is the column's own.
  sql_words default_sql{};
  sequence_options sequence{};
  text_ref sequence_name{};
  column_type counts{};
  bool counts_given = false;
  sql_words generated{};
  bool generated_on_read = false;
  databases only{};
  conflict on_null = conflict::abort;
  text_ref not_null_name{};
  bool not_null_not_valid = false;
  bool not_null_no_inherit = false;
  text_ref collation{};
  text_ref comment{};
  text_ref sqlite_type{};
  text_ref cpp_name{};
  text_ref cpp_type{};
  text_ref cpp_header{};
  text_ref storage{};
  text_ref compression{};
  text_ref parameters{};
  sequence_options::number statistics{};
};

/// What `sqlite_type` says of a column that has no type there; an empty one is Strata's choice.
inline constexpr some_text untyped_words{" "};

using plain_column = element_with<column_facts>;

struct detailed_column : plain_column {
  column_details details{};
};

/// Null: a column without details.
constexpr const column_details* details_of(const plain_column& column) {
  return column.facts.detailed ? &static_cast<const detailed_column&>(column).details : nullptr;
}

constexpr void check_sources(const plain_column& column) {
  int sources = (column.facts.default_to.of != value_kind::none) +
                (column.facts.identity != identity_mode::none);
  if (column.facts.detailed)
    sources += !static_cast<const detailed_column&>(column).details.generated.empty();
  if (sources > 1)
    S015_column_has_two_sources_of_its_value();
}

constexpr void check_default(const plain_column& column) {
  check_sources(column);
  list<text_ref> allowed;
  if (column.facts.detailed)
    allowed = static_cast<const detailed_column&>(column).details.named.values;
  if (column.facts.default_to.of != value_kind::sql &&
      !fits(column.facts.default_to, column.facts.type, allowed))
    S014_default_does_not_fit_the_column_type();
}

constexpr void check_identity(const plain_column& column) {
  check_sources(column);
  if (!is_integer(column.facts.type))
    S016_identity_needs_an_integer_column();
}

/// Rules between options that may come in any order: checked where the column joins a table.
constexpr void check_column(const column_facts& column) {
  if (column.nullable && column.identity != identity_mode::none &&
      column.identity != identity_mode::serial)
    S018_identity_column_is_nullable();
  if (!column.nullable && column.default_to.of == value_kind::null)
    S019_null_default_on_a_column_that_is_not_null();
}

} // namespace strata::detail
