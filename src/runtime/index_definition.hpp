// What a CREATE INDEX makes, in the server's words.
#pragma once

#include <strata/runtime/session.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace strata::detail {

/// A `CREATE [UNIQUE] INDEX [CONCURRENTLY] [IF NOT EXISTS] name ON [ONLY] table rest` in its parts.
struct index_statement {
  bool is_unique = false;
  std::string table;     ///< As it is written, with its schema where it has one.
  std::string_view rest; ///< From the method or the columns to the end, without `;`.
};

/// Nothing where the text is no such statement.
std::optional<index_statement> parse_index_statement(std::string_view text);

/// An index as the server prints it, without its name: two that do the same are equal.
struct index_definition {
  std::string table; ///< With its schema, quoted.
  std::string made;  ///< `UNIQUE btree (code) WHERE …`

  bool operator==(const index_definition&) const = default;

  std::string text() const { return made + " on " + table; }
};

/// Of an index that is there, by its quoted name with schema.
index_definition definition_of(session& db, const std::string& qualified);

/// Of the index that a statement would make: it is made on an empty table of the same columns, and
/// rolled back. Must not be called inside a transaction.
index_definition definition_by(session& db, const index_statement& statement);

} // namespace strata::detail
