// A column and what belongs to it alone.
#pragma once

#include <strata/model/conflict.hpp>
#include <strata/model/dialect.hpp>
#include <strata/model/place.hpp>
#include <strata/model/type.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

namespace strata::model {

/// A value written in the schema, spelled without quotes: `true`, `-12`, `0.5`, `it's`.
/// `bytes` is spelled in lower-case hexadecimal digits; `null` has no text.
struct literal {
  enum class kind { null, boolean, integer, decimal, text, bytes };
  kind of = kind::null;
  std::string text;

  friend bool operator==(const literal&, const literal&) = default;
};

/// Default expressions that Strata knows on every database.
enum class known_function { now, gen_random_uuid, current_date, current_time };

using default_value = std::variant<literal, known_function, sql_text>;

/// GENERATED … AS IDENTITY, or the older `serial`: a default that draws from a sequence which the
/// column owns. Unset options have the database's defaults.
struct identity {
  enum class mode { by_default, always, serial };
  mode when = mode::by_default;
  std::optional<std::int64_t> start;
  std::optional<std::int64_t> increment;
  std::optional<std::int64_t> minimum;
  std::optional<std::int64_t> maximum;
  std::optional<std::int64_t> cache;
  bool cycle = false;
  std::string sequence;            ///< Its name; empty: the default one.
  std::optional<type_kind> counts; ///< The sequence's type; empty: the column's.

  friend bool operator==(const identity&, const identity&) = default;
};

/// GENERATED ALWAYS AS (expression).
struct generated {
  enum class storage { stored, computed_on_read };
  sql_text expression;
  storage kept = storage::stored;

  friend bool operator==(const generated&, const generated&) = default;
};

/// What a NOT NULL says of itself. PostgreSQL from 18, where it is a constraint.
struct not_null {
  std::string name;       ///< Empty: the server's, `<table>_<column>_not_null`.
  bool not_valid = false; ///< Rows from before may hold null.
  bool no_inherit = false;

  friend bool operator==(const not_null&, const not_null&) = default;
};

/// How accessors present the column; changes no SQL, and is no part of a version's fingerprint.
struct cpp_mapping {
  std::string name;   ///< `.as("…")`; empty: from the SQL name.
  std::string type;   ///< `.maps_to("acme::cents", …)`; empty: from the SQL type.
  std::string header; ///< What declares that type: `<acme/money.hpp>`.

  friend bool operator==(const cpp_mapping&, const cpp_mapping&) = default;
};

struct column {
  std::string name;
  data_type type;
  bool nullable = false;
  conflict_action on_null = conflict_action::abort; ///< SQLite: ON CONFLICT of NOT NULL.
  strata::model::not_null not_null;                 ///< Nothing of a column that is nullable.
  std::optional<default_value> default_to;
  std::optional<strata::model::identity> identity;
  std::optional<strata::model::generated> generated;
  std::string collation;
  std::string storage;                    ///< `main`, `external` …; empty: the type's own.
  std::string compression;                ///< `lz4`, `pglz`; empty: the server's.
  std::optional<std::int64_t> statistics; ///< SET STATISTICS.
  std::string parameters;                 ///< Of the planner, as written: `n_distinct = 100`.
  std::string comment;
  std::string sqlite_type; ///< `.on_sqlite("…")`: the declared type there; empty: Strata's choice.
  dialect_set only;
  cpp_mapping cpp;
  place where;

  friend bool operator==(const column&, const column&) = default;
};

} // namespace strata::model
