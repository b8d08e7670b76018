// What was asked for on the command line.
#pragma once

#include <strata/runtime/migrator_options.hpp>

#include <optional>
#include <string>

namespace strata::cli {

struct arguments {
  std::string command; ///< `status`, `upgrade`, …
  std::string url;
  bool json = false;
  bool allow_data_loss = false;
  std::optional<int> to;
  std::optional<int> from;
  std::string dialect; ///< For `sql` without a database.
  migrator_options options;
};

} // namespace strata::cli
