// Diff and plan of physical schemas: what was inspected needs no adapting.
#include "codegen/tool/database_diff.hpp"

#include "codegen/diff/diff.hpp"
#include "codegen/plan/plan.hpp"
#include "codegen/tool/conversions.hpp"

#include <utility>

namespace strata::codegen {

database_diff make_database_diff(const live_schema& from,
                                 const live_schema& to,
                                 std::vector<model::rename> renames,
                                 bool fast,
                                 diagnostics& out) {
  model::transition transition;
  transition.renames = std::move(renames);
  transition.fast = fast;
  database_diff made;
  std::vector<operation> operations = diff(from.schema, to.schema, transition);
  if (from.on.dialect == model::dialect::postgresql)
    add_conversions(operations);
  made.hazards = assess(operations);
  change what{from.on,
              from.schema,
              to.schema,
              from.schema,
              to.schema,
              std::move(operations),
              transition,
              direction::up,
              fast ? manner::plain : manner::online,
              {}};
  made.steps = plan(std::move(what), out);
  return made;
}

} // namespace strata::codegen
