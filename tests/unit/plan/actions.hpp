// Actions in few words, for tests of the graph and of steps.
#pragma once

#include "codegen/plan/action.hpp"
#include "codegen/plan/phase.hpp"

#include <string>
#include <utility>
#include <vector>

namespace strata::testing {

using codegen::action;
using codegen::conduct;
using codegen::object_class;
using codegen::rollout_phase;
using codegen::stage;

/// It runs its own name, so that steps can be told by their statements.
inline action act(object_class of, std::string name, stage at = stage::add) {
  action made;
  made.id = {of, name, at};
  made.phase = codegen::phase_of(of, at);
  made.run(codegen::sql::verbatim{std::move(name)});
  return made;
}

inline action run_as(action of, codegen::conduct how) {
  of.conduct = how;
  return of;
}

/// `add table a`, in order.
inline std::vector<std::string> displayed(const std::vector<action>& all) {
  std::vector<std::string> text;
  for (const action& one : all) {
    text.push_back(codegen::display(one.id));
  }
  return text;
}

} // namespace strata::testing
