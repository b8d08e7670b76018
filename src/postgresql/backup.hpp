// A copy of a PostgreSQL database by `pg_dump`.
#pragma once

#include <string>

namespace strata::postgresql {

/// Writes the database at `url` to `file`, which does not exist yet, in pg_dump's custom format,
/// and reads it back with `pg_restore`. Throws error R005. The password goes by the environment:
/// arguments can be read by every user of the machine.
void dump(const std::string& url, const std::string& file);

} // namespace strata::postgresql
