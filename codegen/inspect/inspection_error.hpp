// What keeps a live database from being read into the model.
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

namespace strata::codegen {

/// The database holds what the model cannot say (each such object is named, since leaving one out
/// would make two different databases look alike), or its declarations cannot be read.
class inspection_error : public std::runtime_error {
public:
  explicit inspection_error(std::vector<std::string> unsupported);

  /// Each object that cannot be said, and why: `virtual table search`.
  const std::vector<std::string>& unsupported() const noexcept { return unsupported_; }

private:
  std::vector<std::string> unsupported_;
};

} // namespace strata::codegen
