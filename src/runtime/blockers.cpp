// Asks pg_locks, pg_blocking_pids and pg_stat_activity.
#include "src/runtime/blockers.hpp"

#include "src/runtime/own_statement.hpp"
#include "src/runtime/quote.hpp"
#include "src/runtime/values.hpp"

#include <fmt/format.h>

namespace strata::detail {
namespace {

/// Columns from 1 on; 0 is the relation.
constexpr std::string_view about_process =
    "a.pid, coalesce(nullif(a.application_name, ''), 'no application name'), "
    "coalesce(a.usename::text, ''), coalesce(host(a.client_addr), 'local'), "
    "coalesce(to_char(a.xact_start AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS'), ''), "
    "coalesce(a.state, ''), left(regexp_replace(coalesce(a.query, ''), '\\s+', ' ', 'g'), 200)";

/// `public.items is locked by server process 7 (psql, kim, local), in a transaction since …`.
std::string told(const result_set& answer) {
  std::string text;
  for (const auto& row : answer.rows) {
    const std::string relation = as_text(row.at(0));
    const std::string since = as_text(row.at(5));
    text += fmt::format("{}{} is locked by server process {} ({}, user {}, {})",
                        text.empty() ? "" : "\n",
                        relation.empty() ? "what is waited for" : relation,
                        as_text(row.at(1)),
                        as_text(row.at(2)),
                        as_text(row.at(3)),
                        as_text(row.at(4)));
    if (!since.empty()) {
      text += fmt::format(", in a transaction since {} UTC", since);
    }
    text += fmt::format(", {}: {}", as_text(row.at(6)), as_text(row.at(7)));
  }
  return text;
}

} // namespace

std::string blockers_of(session& db, std::int64_t pid) {
  return told(ask(
      db,
      // Of a wait that has ended meanwhile there is no row: it would not name its table.
      fmt::format("SELECT coalesce(coalesce(l.relation, (SELECT t.relation FROM pg_locks t WHERE "
                  "t.pid = l.pid AND t.locktype = 'tuple' LIMIT 1))::regclass::text, ''), {1} FROM "
                  "pg_locks l JOIN pg_stat_activity a ON a.pid = ANY (pg_blocking_pids(l.pid)) "
                  "WHERE l.pid = {0} AND NOT l.granted ORDER BY a.xact_start LIMIT 3",
                  pid,
                  about_process)));
}

std::string holders_of(session& db, const std::string& relation) {
  return told(ask(
      db,
      fmt::format("SELECT DISTINCT l.relation::regclass::text, {} FROM pg_locks l JOIN "
                  "pg_stat_activity a USING (pid) WHERE l.relation = to_regclass({}) AND l.granted "
                  "AND l.pid <> pg_backend_pid() LIMIT 3",
                  about_process,
                  quoted_text(relation))));
}

std::string holders_named_in(session& db, std::string_view text) {
  return told(ask(
      db,
      fmt::format("SELECT DISTINCT l.relation::regclass::text, {} FROM pg_locks l JOIN pg_class c "
                  "ON c.oid = l.relation JOIN pg_stat_activity a ON a.pid = l.pid WHERE l.granted "
                  "AND l.pid <> pg_backend_pid() AND l.database = (SELECT oid FROM pg_database "
                  "WHERE datname = current_database()) AND c.relkind IN ('r', 'p', 'm', 'v', 'f') "
                  "AND strpos(lower({}), lower(c.relname)) > 0 LIMIT 3",
                  about_process,
                  quoted_text(text))));
}

} // namespace strata::detail
