// A version as declared (what one header says) and as composed (all that exists).
#pragma once

#include <strata/model/schema.hpp>
#include <strata/model/transition.hpp>

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace strata::model {

/// `.without("…")`: an element to leave out of a derived table.
struct removal {
  object_kind kind = object_kind::column; ///< column, constraint or index.
  std::string name;
  place where;

  friend bool operator==(const removal&, const removal&) = default;
};

/// `.renamed_column("from", "to")` on a derived table: its keys and indexes follow.
struct column_rename {
  std::string from;
  std::string to;
  place where;

  friend bool operator==(const column_rename&, const column_rename&) = default;
};

/// A table derived from an earlier declaration. `changes` holds only the added or replaced
/// elements; options that a derivation did not mention stay as they were.
struct table_change {
  table changes;      ///< Its name is the parent's unless `.renamed("…")`.
  place derived_from; ///< The parent declaration's place: its identity.
  qualified_name parent;
  std::vector<column_rename> column_renames; ///< Applied first, then removals, then changes.
  std::vector<removal> removals;
  place where;

  friend bool operator==(const table_change&, const table_change&) = default;
};

using declared_object = std::variant<named_schema,
                                     extension,
                                     enumeration,
                                     table,
                                     table_change,
                                     view,
                                     function,
                                     trigger,
                                     sequence,
                                     domain,
                                     composite_type,
                                     range_type,
                                     rule,
                                     policy,
                                     statistics,
                                     grant>;

/// What `schema_version(number, …)` in one header says.
struct version_declaration {
  int number = 0;
  std::string title;
  std::optional<int> since; ///< The version it carries on; absent: complete in itself.
  std::vector<declared_object> objects;
  strata::model::transition transition;
  place where;

  friend bool operator==(const version_declaration&, const version_declaration&) = default;
};

/// A version with everything that exists at it; every name is resolved.
struct version {
  int number = 0;
  std::string title;
  strata::model::schema schema;
  strata::model::transition transition;
  place where;

  friend bool operator==(const version&, const version&) = default;
};

} // namespace strata::model
