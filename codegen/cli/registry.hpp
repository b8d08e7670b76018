// What the units that strata_add_schema writes have registered.
#pragma once

#include <strata/model/version.hpp>

#include <string>
#include <vector>

namespace strata::codegen {

/// A version header, lowered.
struct version_header {
  int number = 0;   ///< Of the file's name: `v2.hpp`.
  std::string path; ///< As a reader calls it: `schema/v2.hpp`.
  model::version_declaration declaration;
};

/// Every registered version by number.
std::vector<version_header> registered_headers();

/// The command line that the build compiled in.
std::vector<std::string> registered_arguments();

} // namespace strata::codegen
