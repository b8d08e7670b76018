// What `check` finds in a schema.
#pragma once

#include "codegen/check/check.hpp"
#include "codegen/compose/resolve.hpp"
#include "tests/support/declarations.hpp"

namespace strata::testing {

/// Of the schema as version 3, with its default names.
inline names check_findings(model::schema schema, const model::dialect_set& databases = {}) {
  codegen::diagnostics out;
  codegen::resolve(schema, out);
  codegen::check({3, {}, std::move(schema), {}, {}}, databases, out);
  return lines(out);
}

} // namespace strata::testing
