// One way in for both databases.
#include "codegen/adapt/adapt.hpp"

#include "codegen/adapt/postgresql.hpp"
#include "codegen/adapt/select.hpp"
#include "codegen/adapt/sqlite.hpp"

namespace strata::codegen {

model::schema adapt(const model::schema& declared, const target& to, diagnostics& out) {
  model::schema schema = select(declared, to.dialect, out);
  if (to.dialect == model::dialect::postgresql) {
    adapt_to_postgresql(schema, to.minimum_version, out);
  } else {
    adapt_to_sqlite(schema, to.minimum_version, out);
  }
  return schema;
}

} // namespace strata::codegen
