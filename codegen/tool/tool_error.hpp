// Why the tool cannot go on.
#pragma once

#include <stdexcept>

namespace strata::codegen {

/// What was asked for makes no sense: exit code 2.
class tool_usage_error : public std::runtime_error {
public:
  using std::runtime_error::runtime_error;
};

/// A database or a file failed: exit code 3.
class tool_error : public std::runtime_error {
public:
  using std::runtime_error::runtime_error;
};

} // namespace strata::codegen
