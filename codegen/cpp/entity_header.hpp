// Prints one table's or view's header.
#pragma once

#include "codegen/cpp/entity.hpp"

#include <string>
#include <string_view>

namespace strata::codegen {

std::string print_entity(const entity& of, std::string_view cpp_namespace);

} // namespace strata::codegen
