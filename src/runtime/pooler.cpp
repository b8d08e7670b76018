// Finds a transaction pooler before anything is locked or changed behind it: a lock that is taken
// there stays with a server session that others get.
#include "src/runtime/migration_run.hpp"
#include "src/runtime/values.hpp"

namespace strata::detail {
namespace {

std::int64_t server_process(session& db) {
  return as_integer(db.query("SELECT pg_catalog.pg_backend_pid()").rows.at(0).at(0));
}

/// A pooler of sessions gives a second connection a server session of its own; a pooler of
/// transactions gives it the one that has just become idle.
bool shares_server_sessions(session& db, const std::string& url) {
  const std::int64_t mine = server_process(db);
  if (!url.empty()) {
    const auto other = open_session(url);
    if (server_process(*other) == mine) {
      return true;
    }
  }
  return server_process(db) != mine;
}

} // namespace

void migration_run::require_direct_connection() {
  if (db().is_pooled() && shares_server_sessions(db(), url_)) {
    throw migration_error(
        "[R017] the connection goes through a pooler that gives each transaction another server "
        "session, so that the migration lock protects nothing; name a direct connection with --url "
        "or DATABASE_URL_DIRECT",
        {.code = "R017"});
  }
}

} // namespace strata::detail
