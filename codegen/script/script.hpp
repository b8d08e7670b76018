// A migration for somebody else to run: SQL with its transactions written out, or the same as JSON.
#pragma once

#include "codegen/assess/assess.hpp"
#include "codegen/plan/step.hpp"

#include <string>
#include <vector>

namespace strata::codegen {

/// A transaction, or statements that run in none.
struct script_step {
  bool in_transaction = true;
  bool foreign_keys_off = false;
  std::vector<std::string> statements; ///< As SQL, each with the comment above it.

  friend bool operator==(const script_step&, const script_step&) = default;
};

struct script {
  std::vector<assessment> hazards;
  std::string before; ///< Settings of the session, which the steps rely on.
  std::vector<script_step> steps;
};

/// Throws sql::holds_nul.
script_step script_step_of(const step& planned, model::dialect on);

/// The hazards as comments, then each step; `psql -f` and `sqlite3` run it. Empty where nothing is
/// to be done.
std::string print_script(const script& of);

/// `{"equal", "hazards", "before", "steps"}` on one line.
std::string print_script_json(const script& of);

} // namespace strata::codegen
