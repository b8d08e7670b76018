// Registers the PostgreSQL driver: linking this library is all that a program does for it.
#include "src/postgresql/session.hpp"
#include "src/postgresql/url.hpp"

namespace strata::postgresql {
namespace {

bool accepts(std::string_view url) {
  return url.starts_with("postgresql://") || url.starts_with("postgres://");
}

/// A server never makes a database because somebody connects.
std::unique_ptr<strata::session> open(const std::string& url, if_missing /*how*/) {
  split_password(url);
  return session::open(url);
}

} // namespace
} // namespace strata::postgresql

extern "C" int strata_driver_postgresql;
int strata_driver_postgresql = strata::register_driver({.dialect = strata::dialect::postgresql,
                                                        .name = "postgresql",
                                                        .accepts = strata::postgresql::accepts,
                                                        .open = strata::postgresql::open})
                                   ? 1
                                   : 0;
