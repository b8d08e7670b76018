// Lowers operations to actions, connects and orders them, and groups them into steps.
#include "codegen/plan/plan.hpp"

#include "codegen/plan/connect.hpp"
#include "codegen/plan/graph.hpp"
#include "codegen/plan/postgresql.hpp"
#include "codegen/plan/put_aside.hpp"
#include "codegen/plan/sqlite.hpp"

#include <algorithm>
#include <map>

namespace strata::codegen {
namespace {

std::vector<action> lowered(change& what, diagnostics& out) {
  if (what.on.dialect == model::dialect::sqlite) {
    sqlite_lowering lower(what, out);
    for (const operation& one : what.operations) {
      std::visit(lower, one);
    }
    lower.finish();
    return lower.actions();
  }
  std::vector<operation> aside = put_aside(what);
  what.operations.insert(what.operations.end(), aside.begin(), aside.end());
  postgresql_lowering lower(what, out);
  for (const operation& one : what.operations) {
    std::visit(lower, one);
  }
  return lower.actions();
}

/// What is dropped and made again under its name leaves a gap, which must not outlast a step.
void mark_gaps(std::vector<action>& actions) {
  std::map<std::pair<object_class, std::string>, const action*> added;
  for (const action& one : actions) {
    if (one.id.at == stage::add && one.conduct != conduct::outside_transaction) {
      added.emplace(std::pair(one.id.of, one.id.name), &one);
    }
  }
  for (action& one : actions) {
    if (one.id.at != stage::remove || one.conduct == conduct::outside_transaction ||
        one.id.of == object_class::rows) {
      continue;
    }
    const auto found = added.find({one.id.of, one.id.name});
    if (found != added.end()) {
      one.sets_aside = true;
      one.before.push_back(found->second->id);
    }
  }
}

} // namespace

std::vector<step> plan(change what, diagnostics& out) {
  std::vector<action> actions = lowered(what, out);
  mark_gaps(actions);
  connect(actions, what);
  const std::vector<action> ordered = in_order(std::move(actions), out);
  // On SQLite a rebuild needs foreign keys off, and the user's own rows need them on.
  const bool is_first = what.from == model::schema{};
  const bool whole = what.how == manner::plain &&
                     (is_first || what.on.dialect == model::dialect::postgresql);
  return whole ? as_one_step(ordered) : steps_of(ordered);
}

} // namespace strata::codegen
