// The session's settings, and the plan's steps.
#include "codegen/tool/script.hpp"

#include "codegen/sql/quote.hpp"

#include <fmt/format.h>

namespace strata::codegen {

namespace {

/// What texts, days and amounts are read and written by.
constexpr const char* session_of_casts = "SET TimeZone = 'UTC';\n"
                                         "SET DateStyle = 'ISO, MDY';\n"
                                         "SET IntervalStyle = 'postgres';\n"
                                         "SET extra_float_digits = 1;\n";

} // namespace

script script_of(const database_diff& made, const live_schema& from) {
  script whole;
  whole.hazards = made.hazards;
  // Functions may speak of what comes after them, and names without a schema stand for the same
  // objects as when the databases were read.
  if (from.on.dialect == model::dialect::postgresql) {
    whole.before = fmt::format("SET check_function_bodies = false;\nSET search_path = {};\n\n",
                               sql::quote(from.default_schema));
    if (made.casts_by_settings)
      whole.before.insert(whole.before.size() - 1, session_of_casts);
  }
  for (const step& each : made.steps)
    whole.steps.push_back(script_step_of(each, from.on.dialect));
  return whole;
}

} // namespace strata::codegen
