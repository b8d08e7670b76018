// Values that change their representation on SQLite when their declared type changes.
#pragma once

#include "codegen/plan/change.hpp"
#include "codegen/text/diagnostics.hpp"

#include <string>
#include <vector>

namespace strata::codegen {

struct sqlite_conversion {
  model::qualified_name table;
  std::string column;
  std::string expression; ///< Over the table's columns, by their new names.
};

/// From `convert_column`, or Strata's own where it is exact; where it is neither, a finding. SQLite
/// would store whatever it is given, so a type that seems to stay is looked at too.
std::vector<sqlite_conversion>
sqlite_conversions(const change& of, const change_lookup& names, diagnostics& out);

} // namespace strata::codegen
