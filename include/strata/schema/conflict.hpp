// What SQLite does with a row that breaks a constraint.
#pragma once

#include <strata/schema/text.hpp>

namespace strata::detail {

/// In the order of model::conflict_action.
enum class conflict { abort, rollback, fail, ignore, replace };

/// How SQLite shall have a key.
template <typename Self>
struct sqlite_key_options {
  /// What SQLite does with a row that breaks the key (SQLite).
  consteval Self on_conflict(conflict action) const {
    Self copy = static_cast<const Self&>(*this);
    give(copy.facts.on_conflict, action);
    return copy;
  }

  /// The key's columns as SQLite has them, with collations and orders:
  /// `unique("name").on_sqlite("name COLLATE NOCASE")`.
  consteval Self on_sqlite(some_text keys) const {
    Self copy = static_cast<const Self&>(*this);
    give(copy.facts.sqlite_keys, keys);
    return copy;
  }
};

} // namespace strata::detail

namespace strata::dsl {

using conflict = detail::conflict;

} // namespace strata::dsl
