// The way from one version to another as one script: what the program would run.
#pragma once

#include "codegen/cli/generation.hpp"
#include "codegen/script/script.hpp"

#include <string>
#include <vector>

namespace strata::codegen {

/// Two versions; 0 is an empty database.
struct version_pair {
  int from = 0;
  int to = 0;
};

/// The SQL of each version between the two, on the first of the settings' databases: sealed SQL as
/// it is committed, that of drafts as `made` holds it; up, or down where `to` is the older. `fast`:
/// in its plain form. Throws usage_error for a version that is not there or cannot be undone,
/// io_error.
script script_between(const generator_settings& settings,
                      const generation& made,
                      const version_pair& versions,
                      bool fast);

/// A migration's text by its markers (docs/sql-files.md).
std::vector<script_step> steps_in(const std::string& sql);

} // namespace strata::codegen
