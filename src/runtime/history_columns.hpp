// The columns of the history table. Columns are only ever added: older programs read newer tables,
// newer programs older ones.
#pragma once

#include <strata/runtime/dialect.hpp>
#include <strata/runtime/migration_status.hpp>
#include <strata/runtime/value.hpp>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace strata::detail {

struct history_column {
  std::string_view name;
  std::string_view postgresql; ///< Type and default, as CREATE TABLE and ADD COLUMN take them.
  std::string_view sqlite;
  std::string_view missing; ///< What stands for it where the table is older.
  bool (*read)(history_row& into, const value& from); ///< False: it is not of the column's form.
  value (*write)(const history_row& from);            ///< Null: the database fills it in.
};

std::span<const history_column> history_columns();

/// The type and default of a column on a database.
std::string_view declared(const history_column& column, dialect on);

} // namespace strata::detail
