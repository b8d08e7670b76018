// Registers the SQLite driver: linking this library is all that a program does for it.
#include "src/sqlite/session.hpp"
#include "src/sqlite/url.hpp"

namespace strata::sqlite {
namespace {

bool accepts(std::string_view url) { return url.starts_with(scheme); }

std::unique_ptr<strata::session> open(const std::string& url, if_missing how) {
  return session::open(parse_url(url, how));
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
