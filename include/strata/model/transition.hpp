// What a version says about the way from its predecessor that a diff cannot know.
#pragma once

#include <strata/model/dialect.hpp>
#include <strata/model/name.hpp>
#include <strata/model/place.hpp>

#include <optional>
#include <string>
#include <vector>

namespace strata::model {

enum class object_kind {
  schema,
  extension,
  enumeration,
  enum_value,
  table,
  column,
  constraint,
  index,
  view,
  function,
  trigger,
  reference_row,
  sequence,
  domain,
  composite_type,
  range_type,
  attribute,
  rule,
  policy,
  statistics,
  grant,
};

/// `rename_table("a", "b")`: `owner` is empty; `rename_column("t", "a", "b")`: `owner` is `t`.
struct rename {
  object_kind kind = object_kind::table;
  qualified_name owner; ///< Table or enumeration that holds it, by its new name.
  qualified_name from;
  std::string to;
  std::string because;
  place where;
  std::optional<std::string> parameters{}; ///< Of a function: which of those of its name; or all.

  friend bool operator==(const rename&, const rename&) = default;
};

/// An acknowledged drop. `down_value` fills the column again on the way down.
struct drop {
  object_kind kind = object_kind::table;
  qualified_name owner;
  qualified_name name;
  std::string because;
  sql_text down_value;
  place where;

  friend bool operator==(const drop&, const drop&) = default;
};

/// How a column's values become those of its new type: `ALTER … TYPE … USING using_sql`.
struct conversion {
  qualified_name table;
  std::string column;
  sql_text using_sql;
  sql_text down_sql;
  place where;

  friend bool operator==(const conversion&, const conversion&) = default;
};

/// Values for existing rows of a column: `UPDATE table SET column = expression`.
struct backfill {
  enum class triggers { unsaid, fire, do_not_fire };
  qualified_name table;
  std::string column;
  sql_text expression;
  sql_text where_sql; ///< Empty: rows in which the column is null.
  sql_text down_sql;
  triggers with = triggers::unsaid;
  place where;

  friend bool operator==(const backfill&, const backfill&) = default;
};

/// An acknowledged hazard of one object: `table`, `table.column` or `table/constraint`.
struct acceptance {
  std::string hazard;
  std::string object;
  std::string because;
  place where;

  friend bool operator==(const acceptance&, const acceptance&) = default;
};

/// The user's own SQL, before or after the version's changes.
struct custom_sql {
  enum class timing { before, after };
  timing when = timing::before;
  sql_text up;
  sql_text down;
  bool compatible = false;    ///< `.compatible()`: older programs survive it.
  bool in_transaction = true; ///< `.outside_transaction()` clears it.
  sql_text done_when;         ///< Probe of a statement outside a transaction.
  place where;

  friend bool operator==(const custom_sql&, const custom_sql&) = default;
};

struct transition {
  std::vector<rename> renames;
  std::vector<drop> drops;
  std::vector<conversion> conversions;
  std::vector<backfill> backfills;
  std::vector<acceptance> acceptances;
  std::vector<custom_sql> statements;
  std::optional<std::string> irreversible;
  bool fast = false; ///< One plain transaction, no concurrency.

  friend bool operator==(const transition&, const transition&) = default;
};

} // namespace strata::model
