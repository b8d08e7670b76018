// Keys as the indexes that carry them. A partition's own key may be its part of its parent's index.
#pragma once

#include "codegen/diff/operation.hpp"

#include <optional>

namespace strata::codegen {

/// The unique index that carries the constraint; of other kinds, none.
std::optional<model::index> index_of(const constraint& of);

/// A primary key or unique constraint whose last column is a range without overlaps.
bool is_without_overlaps(const constraint& of);

/// Whether they are the same but for their names and what they are parts of.
bool is_same_index(model::index one, model::index other);

/// The partition's key that is its part of that index of its parent's: it has no other part of it.
std::optional<constraint> key_like(const model::table& partition, const model::index& whole);

} // namespace strata::codegen
