// Versions with their SQL as the program that is migrated will carry them.
#pragma once

#include "codegen/cli/history_sql.hpp"
#include "codegen/cpp/migrations.hpp"

#include <vector>

namespace strata::codegen {

embedded_schema embed(const generator_settings& settings,
                      const std::vector<version_record>& versions,
                      const std::vector<version_sql>& sql);

} // namespace strata::codegen
