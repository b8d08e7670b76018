// A composed schema in the words of the DSL.
#pragma once

#include <strata/model/version.hpp>

#include <string>
#include <string_view>

namespace strata::codegen {

/// `head.hpp`: everything that exists at the version, for reading. It compiles.
std::string print_head(const model::version& version,
                       std::string_view schema_namespace,
                       std::string_view header);

/// A header that declares the version with its transition and without any other version's: to
/// take the place of one that has `since`.
std::string print_restated(const model::version& version, std::string_view schema_namespace);

} // namespace strata::codegen
