// Tables that are partitioned in another way, which no ALTER reaches: they are made again, with
// their rows.
#pragma once

#include <strata/model/schema.hpp>
#include <strata/model/transition.hpp>

#include <vector>

namespace strata::codegen {

struct partitioned_anew {
  /// Get the tables and their partitions out of the way, under names that they pass away with.
  std::vector<model::rename> renames;
  /// Those whose rows are put by meanwhile: of a table and its partitions, the table.
  std::vector<model::qualified_name> tables;
};

/// A table of which the transition says more than that columns are renamed is left alone: what
/// becomes of its rows is for a version of its own (S332).
partitioned_anew find_partitioned_anew(const model::schema& from,
                                       const model::schema& to,
                                       const model::transition& transition);

} // namespace strata::codegen
