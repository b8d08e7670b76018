// Indexes that are not part of a constraint.
#pragma once

#include <strata/model/dialect.hpp>
#include <strata/model/place.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace strata::model {

enum class nulls_order { by_default, first, last };

/// One key of an index: a column or an expression, and how it is ordered.
struct index_key {
  std::string column;  ///< Either a column …
  sql_text expression; ///< … or an expression, without its parentheses.
  std::string collation;
  std::string operator_class;
  bool descending = false;
  nulls_order nulls = nulls_order::by_default;
  std::optional<std::int64_t> statistics; ///< Of an expression: SET STATISTICS.

  friend bool operator==(const index_key&, const index_key&) = default;
};

struct index {
  std::string name; ///< Empty: the default name, until a schema is composed.
  std::vector<index_key> keys;
  bool unique = false;
  bool nulls_not_distinct = false;
  std::string method; ///< Empty: btree.
  std::vector<std::string> include;
  sql_text predicate;
  std::string with;         ///< Storage parameters as written: `fillfactor = 70`.
  std::string part_of;      ///< Of a partition: the index of its parent that it is a part of.
  bool only_parent = false; ///< Of a partitioned table: partitions have the parts they declare.
  bool not_valid = false;   ///< As found, where its building failed; no schema declares it.
  dialect_set only;
  std::string comment;
  place where;

  friend bool operator==(const index&, const index&) = default;
};

} // namespace strata::model
