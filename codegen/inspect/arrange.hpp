// One order for what a database lists in any order.
#pragma once

#include <strata/model/schema.hpp>

namespace strata::codegen {

/// Sorts everything that has a name by it, and by content where names are equal or absent. Columns
/// keep their order, and so do lists whose order means something: keys, enumeration values.
void arrange(model::schema& schema);

} // namespace strata::codegen
