// Names of schema objects, exactly as the database bears them.
#pragma once

#include <compare>
#include <string>

namespace strata::model {

/// An object's name and, where it is not the default one, its schema.
struct qualified_name {
  std::string schema; ///< Empty: the default schema.
  std::string name;

  friend bool operator==(const qualified_name&, const qualified_name&) = default;
  friend auto operator<=>(const qualified_name&, const qualified_name&) = default;
};

/// The name for messages: `schema.name`, or `name` in the default schema. Never for SQL.
inline std::string display(const qualified_name& name) {
  return name.schema.empty() ? name.name : name.schema + "." + name.name;
}

} // namespace strata::model
