// What each operation puts at risk.
#pragma once

#include "codegen/diff/operation.hpp"
#include "codegen/text/diagnostics.hpp"

#include <strata/model/dialect.hpp>
#include <strata/model/version.hpp>

#include <string>
#include <vector>

namespace strata::codegen {

/// The names are those that `accept` takes.
enum class hazard {
  data_loss,
  may_fail_on_data,
  rewrites_table,
  blocks_writes, ///< For as long as it takes to read or write the whole table.
  blocks_reads,
  breaks_old_readers,
  breaks_old_writers,
};

const char* name_of(hazard of);

struct assessment {
  strata::codegen::hazard hazard = hazard::data_loss;
  std::string object; ///< `table`, `table.column` or `table/constraint`, as `accept` names it.
  std::string why;

  friend bool operator==(const assessment&, const assessment&) = default;
};

/// The hazards of all operations, in their order; what belongs to a new table has none. On SQLite
/// the types of columns are the words that they are declared with. Of `before`, what the operations
/// meet in tables that they do not name.
std::vector<assessment> assess(const std::vector<operation>& operations,
                               model::dialect on = model::dialect::postgresql,
                               const model::schema& before = {});

/// A line for each object, the one with the worst hazard first: `data_loss, rewrites_table:
/// users.old: why; breaks_old_readers: why`.
std::vector<std::string> lines_of(const std::vector<assessment>& hazards);

/// Each acceptance must match a hazard of that very object (S250).
void check_acceptances(const model::version& version,
                       const std::vector<operation>& operations,
                       diagnostics& out);

} // namespace strata::codegen
