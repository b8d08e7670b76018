// Polls: a session that waits in pg_advisory_lock holds a snapshot, and CREATE INDEX CONCURRENTLY
// in the session that has the lock would wait for that snapshot for ever.
#include "src/runtime/advisory_lock.hpp"

#include "src/runtime/backoff.hpp"
#include "src/runtime/own_statement.hpp"
#include "src/runtime/values.hpp"

#include <strata/runtime/error.hpp>

#include <fmt/format.h>

#include <chrono>
#include <thread>
#include <utility>

namespace strata::detail {
namespace {

/// How long the pooler has to give us the server session with the lock again.
constexpr std::chrono::milliseconds end_resting_after{1000};
constexpr std::chrono::milliseconds give_up_after{3000};
constexpr std::chrono::milliseconds between_releases{5};

} // namespace

lock_key key_for(const std::string& qualified_name) {
  std::uint64_t sum = 14695981039346656037U;
  for (const char each : "strata " + qualified_name) {
    sum = (sum ^ static_cast<unsigned char>(each)) * 1099511628211U;
  }
  return {static_cast<std::int32_t>(static_cast<std::uint32_t>(sum >> 32)),
          static_cast<std::int32_t>(static_cast<std::uint32_t>(sum))};
}

void refuse_pooler(std::string_view what_is) {
  throw migration_error(
      fmt::format("[R017] {}: a pooler of transactions gives each transaction another server "
                  "session, in which the migration lock protects nothing; name a direct connection "
                  "with --url or DATABASE_URL_DIRECT",
                  what_is),
      {.code = "R017"});
}

advisory_lock::advisory_lock(const run_context& in,
                             const std::string& qualified_name,
                             const std::optional<server_process>& lost)
    : in_(&in), key_(key_for(qualified_name)) {
  backoff wait(in.options.lock_wait);
  bool told = false;
  while (!try_acquire()) {
    if (lost && end_lost(*lost)) {
      if (!wait.pause()) {
        break;
      }
      continue;
    }
    if (!told) {
      told = true;
      in.tell({.kind = event_kind::waiting_for_lock, .text = holder()});
    }
    if (!wait.pause()) {
      break;
    }
  }
  if (process_.pid == 0) {
    throw lock_timeout(fmt::format("[R016] another process migrates this database and did not "
                                   "finish within {} s: {}; wait for it, allow more time, or, "
                                   "where its program is gone, end it with `SELECT "
                                   "pg_terminate_backend(PID)`",
                                   in.options.lock_wait.count() / 1000,
                                   holder()),
                       {.code = "R016"});
  }
  in.tell({.kind = event_kind::locked, .took = wait.waited()});
}

advisory_lock::~advisory_lock() { release(); }

std::string advisory_lock::release() noexcept {
  if (std::exchange(released_, true)) {
    return {};
  }
  try {
    std::string left;
    if (!release_where_it_is()) {
      left = fmt::format("the migration lock stays in server process {0}, which a pooler has given "
                         "to another client; when that client is done, `SELECT "
                         "pg_terminate_backend({0})` frees it",
                         process_.pid);
    }
    in_->tell({.kind = event_kind::unlocked, .text = left});
    return left;
  } catch (...) {
    return {}; // A session that broke has lost its locks with it.
  }
}

/// A pooler may have given the server session to somebody else: the lock is released where it was
/// taken, and nowhere else. A server session that the pooler rests and does not give us is ended;
/// the pooler opens another one.
bool advisory_lock::release_where_it_is() {
  using std::chrono::steady_clock;
  const auto began = steady_clock::now();
  while (!try_release()) {
    const auto took = steady_clock::now() - began;
    if (took > give_up_after) {
      return false;
    }
    if (took > end_resting_after) {
      end_resting();
    }
    std::this_thread::sleep_for(between_releases);
  }
  return true;
}

/// Of one statement: which process answers, whether it has the lock already, which a session can
/// take any number of times, and the lock.
bool advisory_lock::try_acquire() {
  const auto answer = ask(
      in_->db,
      fmt::format("SELECT a.pid, CAST(date_part('epoch', a.backend_start) * 1000000 AS bigint), "
                  "CASE WHEN {} THEN NULL ELSE pg_try_advisory_lock({}, {}) END FROM "
                  "pg_stat_activity a WHERE a.pid = pg_backend_pid()",
                  mine(),
                  key_.first,
                  key_.second));
  const auto& row = answer.rows.at(0);
  if (is_null(row.at(2))) {
    refuse_pooler("the server session has the migration lock of another client");
  }
  if (!as_truth(row.at(2))) {
    return false;
  }
  process_ = {as_integer(row.at(0)), as_integer(row.at(1))};
  return true;
}

/// False where another server session answered than the one with the lock.
bool advisory_lock::try_release() {
  const auto answer = ask(
      in_->db,
      fmt::format("SELECT CASE WHEN pg_backend_pid() = {0} AND {1} THEN pg_advisory_unlock({2}, "
                  "{3}) ELSE NOT {1} END",
                  process_.pid,
                  held_by(std::to_string(process_.pid)),
                  key_.first,
                  key_.second));
  return as_truth(answer.rows.at(0).at(0));
}

/// Ends the process with the lock where no client works in it.
void advisory_lock::end_resting() {
  ask(in_->db,
      fmt::format("SELECT pg_terminate_backend(a.pid) FROM pg_stat_activity a WHERE a.pid = {} AND "
                  "a.pid <> pg_backend_pid() AND a.state = 'idle' AND CAST(date_part('epoch', "
                  "a.backend_start) * 1000000 AS bigint) = {}",
                  process_.pid,
                  process_.began));
}

/// Whether the lock is with the process of our own connection that broke. It is ended unless it
/// works: what it does may be the step itself.
bool advisory_lock::end_lost(const server_process& lost) {
  const auto answer = ask(
      in_->db,
      fmt::format("SELECT CASE WHEN a.state = 'active' AND a.wait_event_type IS DISTINCT FROM "
                  "'Client' THEN false ELSE pg_terminate_backend(a.pid) END FROM pg_stat_activity "
                  "a WHERE a.pid = {} AND CAST(date_part('epoch', a.backend_start) * 1000000 AS "
                  "bigint) = {}",
                  lost.pid,
                  lost.began));
  return !answer.rows.empty() && as_truth(answer.rows.at(0).at(0));
}

/// A condition on pg_locks: the lock, in this database, in the process of that number.
std::string advisory_lock::held_by(std::string_view pid) const {
  return fmt::format(
      "EXISTS (SELECT 1 FROM pg_catalog.pg_locks l WHERE l.locktype OPERATOR(pg_catalog.=) "
      "'advisory' AND l.classid OPERATOR(pg_catalog.=) {}::pg_catalog.oid AND l.objid "
      "OPERATOR(pg_catalog.=) {}::pg_catalog.oid AND l.objsubid OPERATOR(pg_catalog.=) "
      "2::pg_catalog.int2 AND l.granted AND l.pid OPERATOR(pg_catalog.=) {} AND l.database "
      "OPERATOR(pg_catalog.=) (SELECT d.oid FROM pg_catalog.pg_database d WHERE d.datname "
      "OPERATOR(pg_catalog.=) pg_catalog.current_database()))",
      static_cast<std::uint32_t>(key_.first),
      static_cast<std::uint32_t>(key_.second),
      pid);
}

std::string advisory_lock::mine() const { return held_by("pg_catalog.pg_backend_pid()"); }

std::string advisory_lock::held_expression() const {
  return fmt::format(
      "(pg_catalog.pg_backend_pid() OPERATOR(pg_catalog.=) {} AND {})", process_.pid, mine());
}

void advisory_lock::require_held() const {
  if (!as_truth(in_->db.query("SELECT " + held_expression()).rows.at(0).at(0))) {
    refuse_pooler("the session no longer holds the migration lock");
  }
}

std::string advisory_lock::holder() {
  const auto answer = ask(
      in_->db,
      fmt::format(
          "SELECT l.pid, coalesce(a.application_name, ''), coalesce(host(a.client_addr), 'local') "
          "FROM pg_locks l LEFT JOIN pg_stat_activity a USING (pid) WHERE l.locktype = 'advisory' "
          "AND l.classid::bigint = {} AND l.objid::bigint = {} AND l.objsubid = 2 AND l.granted",
          static_cast<std::uint32_t>(key_.first),
          static_cast<std::uint32_t>(key_.second)));
  if (answer.rows.empty()) {
    return "it has just ended";
  }
  const auto& row = answer.rows.front();
  return fmt::format("server process {} ({}, {})",
                     as_text(row.at(0)),
                     as_text(row.at(1)).empty() ? "no application name" : as_text(row.at(1)),
                     as_text(row.at(2)));
}

} // namespace strata::detail
