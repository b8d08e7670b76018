// What the history says a database is: the rows, replayed.
#pragma once

#include <strata/runtime/migration_status.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace strata::detail {

/// A version of which some steps are done.
struct begun_version {
  int version = 0;
  std::string title{};
  bool up = true;
  int steps_done = 0;
  strata::phase phase = phase::expand; ///< Of the last step that was done.
  std::string fingerprint{};
  std::string script{};
  bool has_up_sql = false; ///< It was recorded, so that a draft can be finished as it was begun.
};

struct applied_version {
  std::string title{};
  std::string fingerprint{}; ///< Empty where a stamp went over it.
  bool has_down_sql = false;
  std::int64_t row = 0;
  std::string schema_name{}; ///< Empty where an older program applied it.
};

struct database_state {
  std::int64_t newest = 0; ///< The highest identity; 0: there is no row.
  int version = 0;         ///< The last that is applied as a whole.
  int oldest_compatible = 0;
  std::optional<begun_version> begun{};
  std::map<int, applied_version> applied{};

  bool is_managed() const { return newest != 0; }
};

/// The state after one more row.
void apply(database_state& state, const history_row& row);

} // namespace strata::detail
