// Registers the SQLite driver: linking this library is all that a program does for it.
#include "src/sqlite/session.hpp"

#include <strata/runtime/error.hpp>

#include <fmt/format.h>

namespace strata::sqlite {
namespace {

constexpr std::string_view scheme = "sqlite:";

bool accepts(std::string_view url) { return url.starts_with(scheme); }

std::unique_ptr<strata::session> open(const std::string& url, if_missing how) {
  const std::string path = url.substr(scheme.size());
  const bool has_authority = path.starts_with("//") && !path.starts_with("///");
  if (path.empty() || has_authority) {
    throw connection_error(
        fmt::format("{} names no file; write sqlite:PATH or sqlite::memory:", url),
        {.code = "R002"});
  }
  return session::open(path, how);
}

} // namespace
} // namespace strata::sqlite

extern "C" int strata_driver_sqlite;
int strata_driver_sqlite = strata::register_driver({.dialect = strata::dialect::sqlite,
                                                    .name = "sqlite",
                                                    .accepts = strata::sqlite::accepts,
                                                    .open = strata::sqlite::open})
                               ? 1
                               : 0;
