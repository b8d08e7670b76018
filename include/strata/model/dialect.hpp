// The databases a declaration applies to, and SQL text that may differ between them.
#pragma once

#include <string>

namespace strata::model {

enum class dialect { postgresql, sqlite };

/// The databases in which an object exists (`.only(postgresql)`).
struct dialect_set {
  bool postgresql = true;
  bool sqlite = true;

  friend bool operator==(const dialect_set&, const dialect_set&) = default;

  bool has(dialect which) const { return which == dialect::postgresql ? postgresql : sqlite; }
};

/// An expression or statement that Strata does not look into, as each database is given it.
struct sql_text {
  std::string postgresql;
  std::string sqlite;

  friend bool operator==(const sql_text&, const sql_text&) = default;

  const std::string& for_dialect(dialect which) const {
    return which == dialect::postgresql ? postgresql : sqlite;
  }

  bool empty() const { return postgresql.empty() && sqlite.empty(); }
};

} // namespace strata::model
