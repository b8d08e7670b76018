// Reads pg_index and pg_stat_progress_create_index.
#include "src/runtime/index_state.hpp"

#include "src/runtime/backoff.hpp"
#include "src/runtime/own_statement.hpp"
#include "src/runtime/quote.hpp"
#include "src/runtime/values.hpp"

#include <strata/runtime/error.hpp>

#include <fmt/format.h>

namespace strata::detail {

std::string qualified_index(const std::string& named, const std::string& default_schema) {
  if (named.starts_with('"')) {
    return named;
  }
  return quoted_name(default_schema) + '.' + quoted_name(named);
}

index_condition condition_of(session& db, const std::string& qualified) {
  const auto answer =
      ask(db,
          fmt::format(
              "SELECT i.indisvalid AND i.indisready AND i.indislive, EXISTS (SELECT 1 FROM "
              "pg_stat_progress_create_index p WHERE p.index_relid = i.indexrelid) FROM pg_index i "
              "WHERE i.indexrelid = to_regclass({})",
              quoted_text(qualified)));
  if (answer.rows.empty()) {
    return index_condition::missing;
  }
  const auto& row = answer.rows.front();
  if (as_truth(row.at(1))) {
    return index_condition::being_built;
  }
  return as_truth(row.at(0)) ? index_condition::valid : index_condition::invalid;
}

bool settle_index(const run_context& in, const std::string& qualified) {
  backoff wait(in.options.statement_limit);
  bool told = false;
  index_condition found = condition_of(in.db, qualified);
  while (found == index_condition::being_built) {
    if (!told) {
      told = true;
      in.tell({.kind = event_kind::index_waits, .text = qualified});
    }
    if (!wait.pause()) {
      throw lock_timeout(
          fmt::format("[R033] the index {} is still being built by another session; wait for it, "
                      "then upgrade again",
                      qualified),
          {.code = "R033"});
    }
    found = condition_of(in.db, qualified);
  }
  if (found == index_condition::invalid) {
    in.db.execute(fmt::format("DROP INDEX CONCURRENTLY IF EXISTS {}", qualified));
    in.tell({.kind = event_kind::index_dropped, .text = qualified});
  }
  return found == index_condition::valid;
}

} // namespace strata::detail
