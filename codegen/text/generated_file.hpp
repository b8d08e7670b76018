// A file that the generator prints.
#pragma once

#include <string>

namespace strata::codegen {

struct generated_file {
  std::string path; ///< Relative to the folder that it is printed for, with `/`.
  std::string text;

  friend bool operator==(const generated_file&, const generated_file&) = default;
};

} // namespace strata::codegen
