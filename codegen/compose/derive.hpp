// A table derived from the latest declaration of the same table.
#pragma once

#include "codegen/compose/renames.hpp"
#include "codegen/text/diagnostics.hpp"

#include <strata/model/version.hpp>

#include <vector>

namespace strata::codegen {

/// What a derivation starts from.
struct derivation_base {
  const model::table& declared; ///< Carried over the transition's renames; names unresolved.
  /// As the version before has it, every name resolved: what `.without` speaks of. Its elements
  /// are those of `declared`, in the same order.
  const model::table& before;
  const renames& renamed;
};

/// Removals, then changes: an element of the same name replaces in place,
/// another is appended. Of unnamed elements, keys and plain column indexes are the same if their
/// default names are; expressions (checks, exclusions, expression indexes) only if they are equal.
model::table
derive(const derivation_base& base, const model::table_change& change, diagnostics& out);

/// Reports what still uses a column that `table` has lost since `before`, and takes it out of
/// `table`, so that no other finding follows from it.
void take_out_users_of_removed(model::table& table,
                               const model::table& before,
                               const std::vector<model::removal>& removals,
                               diagnostics& out);

} // namespace strata::codegen
