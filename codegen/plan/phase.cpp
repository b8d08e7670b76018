// The table of phases. Expand is what programs of the version before survive; data is what fills
// rows; contract is what tightens, renames, replaces or removes.
#include "codegen/plan/phase.hpp"

#include <array>

namespace strata::codegen {
namespace {

struct assignment {
  object_class of;
  stage at;
  rollout_phase phase;
};

// What is not here is contract.
constexpr std::array assignments = {
    assignment{object_class::before_sql, stage::add, rollout_phase::expand},
    assignment{object_class::schema, stage::add, rollout_phase::expand},
    assignment{object_class::extension, stage::add, rollout_phase::expand},
    assignment{object_class::enumeration, stage::add, rollout_phase::expand},
    assignment{object_class::function, stage::add, rollout_phase::expand},
    assignment{object_class::table, stage::add, rollout_phase::expand},
    assignment{object_class::column, stage::add, rollout_phase::expand},
    assignment{object_class::index, stage::add, rollout_phase::expand},
    assignment{object_class::view, stage::add, rollout_phase::expand},
    assignment{object_class::trigger, stage::add, rollout_phase::expand},
    assignment{object_class::user_type, stage::add, rollout_phase::expand},
    assignment{object_class::sequence, stage::add, rollout_phase::expand},
    assignment{object_class::rule, stage::add, rollout_phase::expand},
    assignment{object_class::policy, stage::add, rollout_phase::expand},
    assignment{object_class::statistics, stage::add, rollout_phase::expand},
    assignment{object_class::grant, stage::add, rollout_phase::expand},
    assignment{object_class::comment, stage::add, rollout_phase::expand},
    assignment{object_class::column, stage::fill, rollout_phase::data},
    assignment{object_class::rows, stage::add, rollout_phase::data},
    assignment{object_class::after_sql, stage::add, rollout_phase::data},
};

} // namespace

rollout_phase phase_of(object_class of, stage at) {
  for (const assignment& one : assignments) {
    if (one.of == of && one.at == at) {
      return one.phase;
    }
  }
  return rollout_phase::contract;
}

} // namespace strata::codegen
