// The names of hazards, as transitions accept them.
#include "codegen/assess/assess.hpp"

namespace strata::codegen {

const char* name_of(hazard of) {
  switch (of) {
  case hazard::data_loss:
    return "data_loss";
  case hazard::may_fail_on_data:
    return "may_fail_on_data";
  case hazard::rewrites_table:
    return "rewrites_table";
  case hazard::blocks_writes:
    return "blocks_writes";
  case hazard::blocks_reads:
    return "blocks_reads";
  case hazard::breaks_old_readers:
    return "breaks_old_readers";
  case hazard::breaks_old_writers:
    return "breaks_old_writers";
  }
  return "";
}

} // namespace strata::codegen
