// Finds a transaction pooler before anything is locked or changed behind it: a lock that is taken
// there stays with a server session that others get.
#include "src/runtime/migration_run.hpp"
#include "src/runtime/own_statement.hpp"
#include "src/runtime/values.hpp"

#include <random>

namespace strata::detail {
namespace {

/// One question tells nothing: another client may take or free a server session between two. A
/// pooler of transactions would have to answer all of these as a pooler of sessions does.
constexpr int questions = 40;

std::int64_t server_process_of(session& db) {
  return as_integer(db.query("SELECT pg_catalog.pg_backend_pid()").rows.at(0).at(0));
}

/// A pooler of sessions gives each connection a server session of its own, and always the same. One
/// of transactions has no reason to: whether it hands out the one that was used last or the one
/// that has rested longest, two connections that ask in no order meet, or change.
bool shares_server_sessions(session& db, const std::string& url) {
  const std::int64_t mine = server_process_of(db);
  const auto other = url.empty() ? nullptr : open_session(url);
  const std::int64_t others = other ? server_process_of(*other) : 0;
  std::minstd_rand random(std::random_device{}());
  for (int question = 0; question < questions; ++question) {
    const bool ask_other = other && random() % 2 == 0;
    if (server_process_of(ask_other ? *other : db) != (ask_other ? others : mine)) {
      return true;
    }
  }
  return mine == others;
}

} // namespace

void migration_run::require_direct_connection() {
  if (db().is_pooled() && shares_server_sessions(db(), url_)) {
    refuse_pooler("the connection goes through a pooler");
  }
}

} // namespace strata::detail
