// Reading a SQLite file, which is never created and never written.
#include "codegen/inspect/sqlite.hpp"
#include "codegen/tool/live_schema.hpp"
#include "codegen/tool/tool_error.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <memory>

namespace strata::codegen {

live_schema read_sqlite(const std::string& path, left_out& without) {
  if (path.empty() || path == ":memory:")
    throw tool_usage_error("sqlite: is followed by the path of a database");
  sqlite3* raw = nullptr;
  const int rc = sqlite3_open_v2(path.c_str(), &raw, SQLITE_OPEN_READONLY, nullptr);
  const std::unique_ptr<sqlite3, int (*)(sqlite3*)> database(raw, &sqlite3_close);
  const auto check = [&](int code) {
    if (code != SQLITE_OK)
      throw tool_error(fmt::format("{}: {}", path, sqlite3_errmsg(raw)));
  };
  check(rc);
  sqlite3_busy_timeout(raw, 30000);
  // One transaction, so that nothing changes between the queries.
  check(sqlite3_exec(raw, "BEGIN", nullptr, nullptr, nullptr));
  // The first look at the file: whether it is a database at all, and nobody's alone.
  check(sqlite3_exec(raw, "PRAGMA schema_version", nullptr, nullptr, nullptr));
  live_schema read;
  read.schema = inspect_sqlite(raw, without);
  read.on = {model::dialect::sqlite, sqlite3_libversion_number()};
  return read;
}

} // namespace strata::codegen
