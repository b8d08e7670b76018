// In which objects two inspected schemas differ, for messages.
#pragma once

#include <strata/model/schema.hpp>

#include <string>
#include <vector>

namespace strata::codegen {

/// One line for each object that only one of them has or that is another in it:
/// `column cameras.site is missing`, `column cameras.name: type is text, expected varchar(100)`.
/// Empty: they are equal. The order of columns in a table is no difference.
std::vector<std::string> differences(const model::schema& found, const model::schema& expected);

} // namespace strata::codegen
