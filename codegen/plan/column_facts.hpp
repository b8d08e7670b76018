// What plans ask of a column.
#pragma once

#include <strata/model/column.hpp>

#include <string>
#include <vector>

namespace strata::codegen {

/// Its type or its collation.
bool type_differs(const model::column& a, const model::column& b);

/// Generated, and kept with the row.
bool is_stored(const model::column& column);

/// Generated, and computed when it is read.
bool is_virtual(const model::column& column);

/// The SQL that its value comes from.
std::vector<std::string> texts_in(const model::column& column);

} // namespace strata::codegen
