// How many there are of each kind of object.
#pragma once

#include <strata/model/schema.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace strata::codegen {

struct object_count {
  std::string one;  ///< `materialized view`
  std::string many; ///< `materialized views`
  std::size_t count = 0;

  friend bool operator==(const object_count&, const object_count&) = default;
};

/// Tables, columns, constraints and indexes first; then what else there is, kinds without an object
/// too.
std::vector<object_count> counts_of(const model::schema& schema);

} // namespace strata::codegen
