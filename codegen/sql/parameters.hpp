// Storage parameters as a list of names and values.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace strata::codegen::sql {

struct parameter {
  std::string name;
  std::string value; ///< As written; empty: none.

  friend bool operator==(const parameter&, const parameter&) = default;
};

/// `fillfactor = 70, toast.autovacuum_enabled = off`.
std::vector<parameter> parameters_of(std::string_view text);

} // namespace strata::codegen::sql
