// A migration's SQL, split into its steps (docs/sql-files.md).
#pragma once

#include <strata/runtime/phase.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace strata {

/// One transaction, or one statement that runs in none.
struct migration_step {
  int number = 0;
  strata::phase phase = strata::phase::expand;
  bool in_transaction = true;
  bool foreign_keys_off = false;
  bool loses_data = false;
  std::string builds_index{};
  std::string drops_index{};
  std::string done_when{};
  std::string no_expand_form{}; ///< The change that programs of both versions cannot live with.
  std::string_view sql{};       ///< A part of the text that was split.
};

/// Throws migration_error when a marker is not of the documented form, with its line.
std::vector<migration_step> split_steps(std::string_view text);

} // namespace strata
