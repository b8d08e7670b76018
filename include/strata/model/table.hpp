// A table: columns in declared order, and all that cannot exist without it.
#pragma once

#include <strata/model/column.hpp>
#include <strata/model/constraint.hpp>
#include <strata/model/index.hpp>

#include <optional>
#include <string>
#include <vector>

namespace strata::model {

/// One reference row: literals in the order of `reference_rows::columns`.
struct reference_row {
  std::vector<literal> values;
  place where;

  friend bool operator==(const reference_row&, const reference_row&) = default;
};

/// Rows that belong to the schema, identified by the table's primary key.
struct reference_rows {
  std::vector<std::string> columns;
  std::vector<reference_row> rows;
  place where;

  friend bool operator==(const reference_rows&, const reference_rows&) = default;
};

/// A table's part in partitioning and inheritance. PostgreSQL only.
struct lineage {
  std::string partitioned_by;           ///< `RANGE (created_at)`.
  qualified_name partition_of;          ///< Its columns are its parent's.
  std::string bounds;                   ///< `FOR VALUES FROM (…) TO (…)`, `DEFAULT`.
  std::vector<qualified_name> inherits; ///< Columns of these are not declared again.

  friend bool operator==(const lineage&, const lineage&) = default;
};

/// What logical replication sends of a row that changes or goes. PostgreSQL only.
enum class replica_identity { primary_key, full, nothing, index };

struct table {
  qualified_name name;
  std::vector<column> columns;
  std::optional<strata::model::primary_key> primary_key;
  std::vector<unique_constraint> uniques;
  std::vector<check_constraint> checks;
  std::vector<foreign_key> foreign_keys;
  std::vector<exclusion_constraint> exclusions;
  std::vector<index> indexes;
  std::optional<reference_rows> rows;
  std::string comment;
  bool unlogged = false;
  bool strict = false;        ///< SQLite: STRICT.
  bool without_rowid = false; ///< SQLite: WITHOUT ROWID.
  std::string with;           ///< Storage parameters as written: `fillfactor = 70`.
  lineage descent;
  bool row_security = false;
  bool row_security_forced = false; ///< For its owner too.
  replica_identity replica = replica_identity::primary_key;
  std::string replica_index;
  std::string clustered_on; ///< The index that CLUSTER goes by.
  dialect_set only;
  std::string cpp_name; ///< `.as("…")`; no part of a version's fingerprint.
  place where;

  friend bool operator==(const table&, const table&) = default;
};

} // namespace strata::model
