// Every rule about one schema.
#include "codegen/check/check.hpp"

#include "codegen/check/schema_rules.hpp"
#include "codegen/compose/lineage.hpp"

#include <algorithm>

namespace strata::codegen {
namespace {

void check_keys(const checked_schema& all) {
  for (const model::table& table : all.schema.tables) {
    for (std::size_t at = 0; at < table.uniques.size(); ++at) {
      if (!table.uniques[at].as_found) {
        check_unique(all, table, at);
      }
    }
    for (std::size_t at = 0; at < table.foreign_keys.size(); ++at) {
      if (!table.foreign_keys[at].as_found) {
        check_foreign_key(all, table, at);
      }
    }
  }
}

void check_all(const checked_schema& all, const model::dialect_set& databases) {
  check_columns(all);
  check_keys(all);
  check_descent(all);
  check_names(all);
  if (databases.sqlite) {
    check_letter_case(all);
  }
  check_rows(all);
  check_dependencies(all);
}

} // namespace

void check(const model::version& version, const model::dialect_set& databases, diagnostics& out) {
  const auto& tables = version.schema.tables;
  if (std::none_of(tables.begin(), tables.end(), has_descent)) {
    check_all(checked_schema(version, out), databases);
    return;
  }
  model::version whole = version;
  whole.schema = with_inherited_columns(version.schema);
  check_all(checked_schema(whole, out), databases);
}

} // namespace strata::codegen
