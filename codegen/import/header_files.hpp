// An imported schema as header files.
#pragma once

#include "codegen/text/generated_file.hpp"

#include <strata/model/version.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace strata::codegen {

/// `v1.hpp`, which declares the version; where that would be long, it includes a file for each
/// table, `v1/cameras.hpp`, and some for what stands beside them.
std::vector<generated_file> header_files(const model::version& version,
                                         std::string_view schema_namespace);

} // namespace strata::codegen
