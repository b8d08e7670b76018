// The search path is set for the transaction alone: an error takes it back.
#include "codegen/sql/pinned_block.hpp"

#include <fmt/format.h>

namespace strata::codegen::sql {

std::string pinned_block(const std::string& declared, const std::string& body) {
  return fmt::format(R"(DO $strata$
DECLARE
  path pg_catalog.text := pg_catalog.current_setting('search_path');
{}BEGIN
  PERFORM pg_catalog.set_config('search_path', 'pg_catalog, pg_temp', true);
{}  PERFORM pg_catalog.set_config('search_path', path, true);
END $strata$;)",
                     declared,
                     body);
}

} // namespace strata::codegen::sql
