// The rules that every row keeps which a migrator has written.
#include "src/runtime/history_form.hpp"

#include <fmt/format.h>

namespace strata::detail {
namespace {

/// No schema has so many versions; a number beyond it is a mistake.
constexpr int most_versions = 100'000;

std::string fault_of_words(const history_row& row) {
  const bool is_action = row.action == "upgrade" || row.action == "downgrade" ||
                         row.action == "stamp" || row.action == "step";
  if (!is_action) {
    return fmt::format("has the action \"{}\" and should have upgrade, downgrade, stamp or step",
                       row.action);
  }
  if (!row.direction.empty() && row.direction != "up" && row.direction != "down") {
    return fmt::format("has the direction \"{}\" and should have up or down", row.direction);
  }
  const bool is_phase =
      row.phase.empty() || row.phase == "expand" || row.phase == "data" || row.phase == "contract";
  return is_phase ? std::string()
                  : fmt::format("has the phase \"{}\" and should have expand, data or contract",
                                row.phase);
}

std::string fault_of_numbers(const history_row& row) {
  if (row.version < 0 || row.version > most_versions) {
    return fmt::format(
        "has the version {} and should have one of 0 to {}", row.version, most_versions);
  }
  if (row.oldest_compatible < 0 || row.oldest_compatible > most_versions) {
    return fmt::format("has {} as oldest_compatible and should have one of 0 to {}",
                       row.oldest_compatible,
                       most_versions);
  }
  if (row.step < 0 || row.step > most_versions || (row.action == "step" && row.step == 0)) {
    return fmt::format("has the step {} and should have one of 1 to {}", row.step, most_versions);
  }
  return {};
}

/// Versions come and go one at a time; only a stamp leaps.
std::string fault_of_order(const database_state& before, const history_row& row) {
  int expected = row.version;
  if (row.action == "upgrade" || (row.action == "step" && row.direction != "down")) {
    expected = before.version + 1;
  } else if (row.action == "step") {
    expected = before.version;
  } else if (row.action == "downgrade") {
    expected = before.version - 1;
  }
  if (row.version == expected) {
    return {};
  }
  return fmt::format("says {} {}, and after the rows before it, which end at version {}, it should "
                     "say {}: a row is missing, or was changed",
                     row.action,
                     row.version,
                     before.version,
                     expected);
}

} // namespace

std::string fault_of(const database_state& before, const history_row& row) {
  if (row.id <= before.newest) {
    return fmt::format("has the id {}, which should be greater than 0 and than those before it",
                       row.id);
  }
  if (row.format > history_format) {
    return fmt::format("is of format {}, which a newer Strata writes, and this program reads {}; "
                       "run the newer program",
                       row.format,
                       history_format);
  }
  if (row.format < history_format) {
    return fmt::format("is of format {} and should be of {}", row.format, history_format);
  }
  for (const std::string& fault :
       {fault_of_words(row), fault_of_numbers(row), fault_of_order(before, row)}) {
    if (!fault.empty()) {
      return fault;
    }
  }
  return {};
}

} // namespace strata::detail
