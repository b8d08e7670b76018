// Every rule about one schema.
#include "codegen/check/check.hpp"

#include "codegen/check/schema_rules.hpp"

namespace strata::codegen {

void check(const model::version& version, diagnostics& out) {
  const checked_schema all(version, out);
  check_columns(all);
  check_keys(all);
  check_foreign_keys(all);
  check_names(all);
  check_letter_case(all);
  check_rows(all);
  check_dependencies(all);
}

} // namespace strata::codegen
