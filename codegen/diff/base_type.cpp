// Follows the domains of one schema.
#include "codegen/diff/base_type.hpp"

#include <algorithm>

namespace strata::codegen {

model::data_type base_type(const model::schema& in, model::data_type type) {
  for (std::size_t left = in.domains.size(); left > 0; --left) { // None is over itself.
    const auto found = std::find_if(in.domains.begin(), in.domains.end(), [&](const auto& each) {
      return type.kind == model::type_kind::named && each.name == type.name;
    });
    if (found == in.domains.end()) {
      break;
    }
    const int dimensions = type.array_dimensions;
    type = found->type;
    type.array_dimensions += dimensions;
  }
  return type;
}

} // namespace strata::codegen
