// What is to be done next: pure functions on the state and the embedded migrations.
#pragma once

#include "src/runtime/database_state.hpp"
#include "src/runtime/migration_steps.hpp"

#include <strata/runtime/migrations.hpp>

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace strata::detail {

/// One step, with the row that records it.
struct work {
  int version = 0;
  std::string title{};
  bool up = true;
  migration_step step{}; ///< Number 0: the version has no steps in this direction.
  int steps = 0;
  bool completes = false; ///< The version is applied, or taken back, when this is done.
  history_row row{};
};

/// The next step of an upgrade to `to`; none when it is reached, or when `phase` is done.
/// Throws migration_error when the phase cannot be run.
std::optional<work> next_upgrade(const database_state& state,
                                 const migrations& all,
                                 dialect on,
                                 int to,
                                 std::optional<phase> only);

/// The next step of the half applied version whose step is `recorded`, as it was begun; none when
/// it is whole, or is another one by now. `recorded` must outlive the work.
std::optional<work> next_recorded(const database_state& state, const history_row& recorded);

/// A version as one piece of work, for its plain form.
work whole_version(const migration& of, const migrations& all, dialect on);

/// The next step of a downgrade to `to`. `down_sql` gives the SQL that takes a version back; what
/// it returns must outlive the work.
std::optional<work> next_downgrade(const database_state& state,
                                   const migrations& all,
                                   int to,
                                   const std::function<std::string_view(int version)>& down_sql);

/// The state after the work, recorded as row `id`.
database_state after(const database_state& state, const work& done, std::int64_t id);

} // namespace strata::detail
