// How a run of the migrator ended.
#pragma once

#include <strata/runtime/error.hpp>

#include <string_view>

namespace strata {

enum class outcome {
  nothing, ///< Nothing was changed.
  all,
  partly,  ///< The database stands between two steps; the next run goes on.
  unknown, ///< The connection broke at a commit and the state could not be read again.
};

constexpr std::string_view outcome_name(outcome of) {
  switch (of) {
  case outcome::nothing:
    return "nothing";
  case outcome::all:
    return "all";
  case outcome::partly:
    return "partly";
  case outcome::unknown:
    return "unknown";
  }
  return {};
}

struct migration_report {
  strata::outcome outcome = outcome::nothing;
  int from = 0;
  int to = 0;
  int steps = 0; ///< That this run carried out.
};

/// A run that could not go on, and where it left the database.
class migration_stopped : public migration_error {
public:
  migration_stopped(const std::string& what, error_facts facts, migration_report report)
      : migration_error(what, std::move(facts)), report_(report) {}

  const migration_report& report() const noexcept { return report_; }

private:
  migration_report report_;
};

} // namespace strata
