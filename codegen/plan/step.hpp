// Steps: what a migration runs at once, as values.
#pragma once

#include "codegen/plan/action.hpp"
#include "codegen/text/diagnostics.hpp"

#include <string>
#include <vector>

namespace strata::codegen {

/// One transaction, or one statement that runs in none (docs/sql-files.md).
struct step {
  rollout_phase phase = rollout_phase::expand;
  bool in_transaction = true;
  bool foreign_keys_off = false;
  bool loses_data = false;
  std::string builds_index;
  std::string drops_index;
  std::string done_when;
  std::string no_expand_form; ///< The first of its changes that has none.
  std::vector<planned_statement> statements;
  model::place where;

  friend bool operator==(const step&, const step&) = default;
};

/// Actions in order to steps: neighbours share one as far as their conduct and phase allow. What is
/// set aside is put back in the same step.
std::vector<step> steps_of(const std::vector<action>& ordered);

/// All of it as one transaction, but for what the user wants outside of any.
std::vector<step> as_one_step(const std::vector<action>& ordered);

/// Puts SET CONSTRAINTS ALL IMMEDIATE between rows and the statements on tables that follow them in
/// one transaction (PostgreSQL).
void check_deferred(std::vector<step>& steps);

/// The text with its markers. A text that looks like a marker and a name with a NUL are findings.
std::string print(const std::vector<step>& steps, model::dialect on, diagnostics& out);

} // namespace strata::codegen
