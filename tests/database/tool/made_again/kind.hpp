// An object that no ALTER changes as wanted, so that it is dropped and made again, with all that
// can hang on it.
#pragma once

#include <string>
#include <vector>

namespace strata::testing {

struct made_again {
  std::string schema;
  std::string type; ///< Of the object, as pg_identify_object() calls it.
  std::string same; ///< What stands before it, either way.
  std::string one;
  std::string other;
  std::string hanging; ///< Either way, and so to be kept.
};

/// Indexes and constraints of tables, and their columns.
extern const std::vector<made_again> keys_made_again;
extern const std::vector<made_again> columns_made_again;

/// Views and what else reads tables.
extern const std::vector<made_again> readers_made_again;

extern const std::vector<made_again> types_made_again;

/// Routines, sequences, and tables that are partitioned anew.
extern const std::vector<made_again> others_made_again;

} // namespace strata::testing
