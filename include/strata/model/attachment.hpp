// What hangs on a table and is declared beside it: rules, policies and statistics. PostgreSQL only.
#pragma once

#include <strata/model/dialect.hpp>
#include <strata/model/name.hpp>
#include <strata/model/place.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace strata::model {

/// Whether a trigger or rule fires, by the session's replication role.
enum class firing { origin, disabled, replica, always };

/// CREATE RULE name AS ON event TO table action.
struct rule {
  std::string name;
  qualified_name table;
  std::string event; ///< SELECT, INSERT, UPDATE or DELETE.
  sql_text action;   ///< `WHERE … DO INSTEAD NOTHING`.
  firing enabled = firing::origin;
  std::vector<qualified_name> depends_on;
  std::string comment;
  dialect_set only;
  place where;

  friend bool operator==(const rule&, const rule&) = default;
};

/// CREATE POLICY name ON table: which rows a role sees and writes.
struct policy {
  enum class command { all, select, insert, update, delete_ };

  std::string name;
  qualified_name table;
  bool restrictive = false;
  command of = command::all;
  std::vector<std::string> roles; ///< Empty: PUBLIC.
  sql_text using_sql;
  sql_text check_sql;
  std::vector<qualified_name> depends_on;
  std::string comment;
  dialect_set only;
  place where;

  friend bool operator==(const policy&, const policy&) = default;
};

/// CREATE STATISTICS name (kinds) ON expressions FROM table.
struct statistics {
  qualified_name name;
  qualified_name table;
  std::vector<std::string> kinds; ///< Empty: all.
  std::string on;                 ///< As written: `city, zip, (lower(street))`.
  std::optional<std::int64_t> target;
  std::string comment;
  dialect_set only;
  place where;

  friend bool operator==(const statistics&, const statistics&) = default;
};

} // namespace strata::model
