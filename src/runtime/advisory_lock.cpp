// Polls: a session that waits in pg_advisory_lock holds a snapshot, and CREATE INDEX CONCURRENTLY
// in the session that has the lock would wait for that snapshot for ever.
#include "src/runtime/advisory_lock.hpp"

#include "src/runtime/backoff.hpp"
#include "src/runtime/own_statement.hpp"
#include "src/runtime/values.hpp"

#include <strata/runtime/error.hpp>

#include <fmt/format.h>

namespace strata::detail {

lock_key key_for(const std::string& qualified_name) {
  std::uint64_t sum = 14695981039346656037U;
  for (const char each : "strata " + qualified_name) {
    sum = (sum ^ static_cast<unsigned char>(each)) * 1099511628211U;
  }
  return {static_cast<std::int32_t>(static_cast<std::uint32_t>(sum >> 32)),
          static_cast<std::int32_t>(static_cast<std::uint32_t>(sum))};
}

advisory_lock::advisory_lock(const run_context& in, const std::string& qualified_name)
    : in_(&in), key_(key_for(qualified_name)) {
  backoff wait(in.options.lock_wait);
  bool told = false;
  while (!try_acquire()) {
    if (!told) {
      told = true;
      in.tell({.kind = event_kind::waiting_for_lock, .text = holder()});
    }
    if (!wait.pause()) {
      throw lock_timeout(fmt::format("[R016] another process migrates this database and did not "
                                     "finish within {} s: {}; wait for it, or allow more time",
                                     in.options.lock_wait.count() / 1000,
                                     holder()),
                         {.code = "R016"});
    }
  }
  in.tell({.kind = event_kind::locked, .took = wait.waited()});
}

advisory_lock::~advisory_lock() {
  try {
    ask(in_->db, fmt::format("SELECT pg_advisory_unlock({}, {})", key_.first, key_.second));
    in_->tell({.kind = event_kind::unlocked});
  } catch (...) {
    // A session that broke has lost its locks with it.
  }
}

bool advisory_lock::try_acquire() {
  const auto answer =
      ask(in_->db, fmt::format("SELECT pg_try_advisory_lock({}, {})", key_.first, key_.second));
  return as_truth(answer.rows.at(0).at(0));
}

std::string advisory_lock::held_expression() const {
  return fmt::format("EXISTS (SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND "
                     "classid::bigint = {} AND objid::bigint = {} AND objsubid = 2 AND granted AND "
                     "pid = pg_backend_pid() AND database = (SELECT oid FROM pg_database WHERE "
                     "datname = current_database()))",
                     static_cast<std::uint32_t>(key_.first),
                     static_cast<std::uint32_t>(key_.second));
}

std::string advisory_lock::holder() {
  const auto answer = ask(
      in_->db,
      fmt::format(
          "SELECT l.pid, coalesce(a.application_name, ''), coalesce(host(a.client_addr), 'local') "
          "FROM pg_locks l LEFT JOIN pg_stat_activity a USING (pid) WHERE l.locktype = 'advisory' "
          "AND "
          "l.classid::bigint = {} AND l.objid::bigint = {} AND l.objsubid = 2 AND l.granted",
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
