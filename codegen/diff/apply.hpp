// Operations carried out on a model: what a diff claims, without a database.
#pragma once

#include "codegen/diff/operation.hpp"

#include <vector>

namespace strata::codegen {

/// The schema after the operations; `diff(m, n)` applied to `m` gives `n`, order of declaration and
/// C++ names aside. The schema's names are resolved.
model::schema apply(model::schema schema, const std::vector<operation>& operations);

/// The schema with everything in order of name, for comparing what order of declaration aside is
/// the same.
model::schema in_order_of_name(model::schema schema);

} // namespace strata::codegen
