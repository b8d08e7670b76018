// The embedded migrations: what a program carries, and the header through which it names them.
#pragma once

#include "codegen/text/generated_file.hpp"

#include <strata/model/dialect.hpp>

#include <string>
#include <vector>

namespace strata::codegen {

/// One version's SQL for one database, as its files hold it.
struct embedded_script {
  model::dialect dialect = model::dialect::postgresql;
  std::string up;
  std::string down;
  std::string plain; ///< Empty: there is no other form.
};

struct embedded_acknowledgement {
  std::string hazard;
  std::string object;
  std::string because;
};

struct embedded_version {
  int number = 0;
  std::string title;
  std::string fingerprint;
  bool sealed = false;
  int oldest_compatible = 0;
  std::string irreversible;
  std::vector<embedded_acknowledgement> acknowledged;
  std::vector<embedded_script> scripts;
};

struct embedded_schema {
  std::string name;          ///< `sentinel_schema`
  std::string cpp_namespace; ///< `sentinel::db`
  std::vector<embedded_version> versions;
  int minimum_postgresql = 0;
  int minimum_sqlite = 0;
};

/// `migrations.cpp`. Defines `<namespace>::migrations` and the symbol that ties the head's
/// accessors to it.
generated_file print_migrations(const embedded_schema& schema);

/// `<namespace folder>/migrations.hpp`.
generated_file print_migrations_header(const embedded_schema& schema);

} // namespace strata::codegen
