// Every rule about one schema.
#include "codegen/check/check.hpp"

#include "codegen/check/schema_rules.hpp"
#include "codegen/compose/lineage.hpp"

#include <algorithm>

namespace strata::codegen {
namespace {

void check_all(const checked_schema& all) {
  check_columns(all);
  check_keys(all);
  check_descent(all);
  check_foreign_keys(all);
  check_names(all);
  check_letter_case(all);
  check_rows(all);
  check_dependencies(all);
}

} // namespace

void check(const model::version& version, diagnostics& out) {
  const auto& tables = version.schema.tables;
  if (std::none_of(tables.begin(), tables.end(), has_descent)) {
    check_all(checked_schema(version, out));
    return;
  }
  model::version whole = version;
  whole.schema = with_inherited_columns(version.schema);
  check_all(checked_schema(whole, out));
}

} // namespace strata::codegen
