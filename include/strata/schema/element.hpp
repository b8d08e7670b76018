// What a table, a view or a transition is made of, seen without its type.
#pragma once

#include <strata/schema/object.hpp>
#include <strata/schema/value.hpp>

namespace strata::detail {

enum class element_kind {
  // Of tables and views.
  column,
  primary_key,
  unique,
  check,
  foreign_key,
  exclusion,
  index,
  rows,
  removal,
  column_rename,
  property, ///< Of a table as a whole.
  dependency,
  // Of attachments and grants.
  role,
  word,
  // Of transitions.
  rename,
  drop,
  conversion,
  backfill,
  acceptance,
  statement,
  irreversible,
  fast,
};

/// What every element says. Facts of its own follow in element_with, by `kind`.
struct element {
  element_kind kind = element_kind::column;
  std::source_location place{};
  text_ref name{}; ///< Of a constraint or index: empty is the default one.
};

template <typename Facts>
struct element_with : element {
  Facts facts{};
};

template <typename Facts>
constexpr const Facts& facts_of(const element& each) {
  return static_cast<const element_with<Facts>&>(each).facts;
}

struct index_key;
struct exclusion_element;

/// The lists of an element, whose lengths only its type knows.
struct element_lists {
  list<text_ref> names{};  ///< Columns of a key or of rows.
  list<text_ref> others{}; ///< INCLUDE columns; columns that a foreign key references.
  list<text_ref> set{};    ///< Columns that ON DELETE SET NULL sets.
  list<index_key> keys{};
  list<exclusion_element> excluded{};
  list<literal_value> values{};        ///< Of reference rows, row by row.
  list<std::source_location> places{}; ///< Of each reference row.
};

/// An element with lists. Each element pays for what it says alone: a view of all lists of every
/// element cost half of a schema's compile time.
template <typename Facts>
struct element_with_lists : element_with<Facts> {
  element_lists (*lists)(const element&) = nullptr;
};

template <typename Facts>
constexpr element_lists lists_of(const element& each) {
  return static_cast<const element_with_lists<Facts>&>(each).lists(each);
}

/// The elements of one object.
using element_list = list<const element*>;

/// What may stand in `table(…)`.
template <typename T>
concept TableElement = requires {
  typename T::is_table_element;
};

/// What may stand in `transition(…)`.
template <typename T>
concept TransitionEntry = requires {
  typename T::is_transition_entry;
};

} // namespace strata::detail
