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
  dependency,
  values,
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

struct element_facts {
  element_kind kind = element_kind::column;
  std::source_location where{};
};

struct index_key;
struct exclusion_element;

/// An element's facts, and the lists that its type knows the lengths of.
struct element_view {
  const element_facts* facts = nullptr;
  list<text_ref> names{};  ///< Columns of a key or of rows, values of an enumeration.
  list<text_ref> others{}; ///< INCLUDE columns; columns that a foreign key references.
  list<index_key> keys{};
  list<exclusion_element> excluded{};
  list<literal_value> values{}; ///< Of reference rows, row by row.
  list<std::source_location> places{};

  constexpr bool is(element_kind kind) const { return facts->kind == kind; }

  /// The facts as what their kind says they are.
  template <typename Facts>
  constexpr const Facts& as() const {
    return static_cast<const Facts&>(*facts);
  }
};

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
