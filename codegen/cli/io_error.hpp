// A file cannot be read or written: the run ends with 3.
#pragma once

#include <stdexcept>

namespace strata::codegen {

class io_error : public std::runtime_error {
public:
  using std::runtime_error::runtime_error;
};

} // namespace strata::codegen
