// What goes where something like it comes may be the same thing under another name.
#pragma once

#include "codegen/diff/operation.hpp"

#include <strata/model/name.hpp>

#include <string>
#include <vector>

namespace strata::codegen {

struct likely_rename {
  model::qualified_name table;    ///< That goes, or that the column is one of.
  std::string column;             ///< Empty: the table itself goes.
  std::vector<std::string> comes; ///< What may be its new name.

  friend bool operator==(const likely_rename&, const likely_rename&) = default;
};

/// Columns that go from a table which gets others, those of the same type before all others; and
/// tables that go while one of like columns comes in their schema. Partitions come and go.
std::vector<likely_rename> likely_renames(const std::vector<operation>& operations);

/// As a path on the command line: `users.email`.
std::string path_of(const likely_rename& of);

/// Both ways out: `--rename users.mail=email`, or `--drop users.mail`.
std::string words_of(const likely_rename& of);

/// Takes out those that one of the paths says to be drops, in `objects` for the hazards that are
/// accepted by it. Throws tool_usage_error for a path that names nothing that goes.
struct given_drops {
  std::vector<likely_rename> open;  ///< Neither renamed nor said to be drops.
  std::vector<std::string> objects; ///< As hazards name them.
};

given_drops take_drops(std::vector<likely_rename> all,
                       const std::vector<operation>& operations,
                       const std::vector<std::string>& paths,
                       const std::string& default_schema);

} // namespace strata::codegen
