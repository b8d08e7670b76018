// `schema.md`: the schema as a page to read, with a diagram.
#pragma once

#include <strata/model/version.hpp>

#include <string>
#include <string_view>

namespace strata::codegen {

std::string print_overview(const model::version& version, std::string_view schema_name);

} // namespace strata::codegen
