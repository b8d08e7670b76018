// Diffs and findings between two schemas, in brief.
#pragma once

#include "codegen/compose/compose.hpp"
#include "codegen/compose/resolve.hpp"
#include "codegen/diff/diff.hpp"
#include "tests/support/brief_operations.hpp"
#include "tests/support/declarations.hpp"

namespace strata::testing {

/// The schema with its default names.
inline model::schema resolved(model::schema schema) {
  codegen::diagnostics out;
  codegen::resolve(schema, out);
  return schema;
}

inline names brief_diff(const model::schema& from,
                        const model::schema& to,
                        const model::transition& words = {}) {
  return brief(codegen::diff(resolved(from), resolved(to), words));
}

/// What `check_transition` finds between versions 1 and 2, which stands in line 2000.
inline names
transition_findings(model::schema from, model::schema to, const model::transition& words = {}) {
  const model::version before{1, {}, resolved(std::move(from)), {}, at(1000)};
  const model::version after{2, {}, resolved(std::move(to)), words, at(2000)};
  codegen::diagnostics out;
  codegen::check_transition(before, after, codegen::diff(before.schema, after.schema, words), out);
  return lines(out);
}

} // namespace strata::testing
