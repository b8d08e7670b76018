// What strata_add_schema says about a schema.
#pragma once

#include "codegen/adapt/adapt.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace strata::codegen {

struct generator_settings {
  std::string name;             ///< The schema's: `sentinel_schema`.
  std::string schema_namespace; ///< Where the versions are declared: `schema`.
  std::string cpp_namespace;    ///< Of the accessors: `sentinel::db`.
  std::vector<target> targets;  ///< The databases, each with its minimum.
  int minimum_postgresql = 130000;
  int minimum_sqlite = 3038000;
  std::filesystem::path source_dir;    ///< The project's.
  std::filesystem::path generated_dir; ///< Committed output.
  std::filesystem::path list_file{};   ///< The CMakeLists.txt that calls strata_add_schema.
  bool frozen = false;                 ///< Committed output must be as it is.
};

} // namespace strata::codegen
