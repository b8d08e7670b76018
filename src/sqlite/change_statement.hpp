// What an INSERT, UPDATE or DELETE says of the table that it changes, read from its text.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace strata::sqlite {

struct change_statement {
  std::string table;
  bool inserts = false;
  bool deletes = false;             ///< Rows: a DELETE, or what REPLACE takes away.
  std::vector<std::string> updates; ///< The columns that SET names.

  /// Of an INSERT: its columns, in the table's order where it lists none; empty then.
  std::vector<std::string> inserted;

  /// Columns, in small letters, that take the value of a parameter: its number from 1.
  std::map<std::string, std::size_t> parameters;
};

/// Nothing where the statement changes no rows.
std::optional<change_statement> read_change(std::string_view statement);

} // namespace strata::sqlite
