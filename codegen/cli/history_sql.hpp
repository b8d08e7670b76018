// Each version's SQL: read from `generated/` where it is sealed, printed where it is not.
#pragma once

#include "codegen/cli/generation.hpp"
#include "codegen/cpp/migrations.hpp"

#include <map>
#include <string>
#include <vector>

namespace strata::codegen {

struct version_sql {
  std::vector<embedded_script> scripts;
  std::map<std::string, std::string> digests; ///< Of every file, for the lock.
  std::vector<generated_file> printed;        ///< Files that were not sealed.
};

/// One for each version; nothing in it for a database that the sealed version has no SQL for. What
/// was edited or is missing is a finding.
std::vector<version_sql>
read_sealed_sql(const generator_settings& settings, const versions_read& read, diagnostics& out);

/// Prints the SQL that `sql` lacks, and runs the unsealed end of the chain on SQLite.
void print_unsealed_sql(const generator_settings& settings,
                        const versions_read& read,
                        std::vector<version_sql>& sql,
                        diagnostics& out);

} // namespace strata::codegen
