// The table that a partition is a part of.
#pragma once

#include <strata/model/schema.hpp>

#include <algorithm>

namespace strata::codegen {

/// Null where the schema has no such table.
inline const model::table* parent_of(const model::schema& in, const model::table& partition) {
  const auto found = std::find_if(in.tables.begin(), in.tables.end(), [&](const auto& each) {
    return each.name == partition.descent.partition_of;
  });
  return found == in.tables.end() ? nullptr : &*found;
}

} // namespace strata::codegen
