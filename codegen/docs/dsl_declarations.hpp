// Every object of a schema as a declaration of the DSL, in an order in which each may use what
// stands before it.
#pragma once

#include <strata/model/schema.hpp>

#include <string>
#include <vector>

namespace strata::codegen::dsl {

/// `inline constexpr auto variable = words;`
struct declaration {
  std::string kind; ///< `table`, `enumeration`, …
  /// The table (or view) that it is or hangs on; empty for what stands for itself.
  model::qualified_name table;
  std::string variable;
  std::string words;
};

std::vector<declaration> declarations_of(const model::schema& schema);

/// The declaration with a blank line behind it.
std::string print(const declaration& of);

} // namespace strata::codegen::dsl
