// Reads pg_index and pg_stat_progress_create_index.
#include "src/runtime/index_state.hpp"

#include "src/runtime/backoff.hpp"
#include "src/runtime/index_definition.hpp"
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

namespace {

void wait_for_build(const run_context& in,
                    const std::string& qualified,
                    std::chrono::milliseconds limit) {
  backoff wait(limit);
  bool told = false;
  while (condition_of(in.db, qualified) == index_condition::being_built) {
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
  }
}

/// An index of the right name counts only where the server prints it as it would print the one
/// that the statement makes.
void require_what_is_made(session& db, const std::string& qualified, std::string_view statement) {
  const auto parsed = parse_index_statement(statement);
  if (!parsed) {
    throw migration_error(fmt::format("[R042] the index {} is there, and what the step makes "
                                      "cannot be compared with it: {}\ndrop the index, then "
                                      "upgrade again",
                                      qualified,
                                      statement),
                          {.code = "R042"});
  }
  const index_definition found = definition_of(db, qualified);
  const index_definition made = definition_by(db, *parsed);
  if (found != made) {
    throw migration_error(
        fmt::format("[R042] an index {0} is there, and is not the one that the step makes\n  "
                    "there is:    {1}\n  should be:   {2}\nif nothing needs it, `DROP INDEX "
                    "CONCURRENTLY {0}`, else rename it with `ALTER INDEX`; then upgrade again",
                    qualified,
                    found.text(),
                    made.text()),
        {.code = "R042"});
  }
}

} // namespace

bool settle_index(const run_context& in,
                  const std::string& qualified,
                  std::string_view statement,
                  std::chrono::milliseconds limit) {
  wait_for_build(in, qualified, limit);
  const index_condition found = condition_of(in.db, qualified);
  if (found == index_condition::missing) {
    return false;
  }
  require_what_is_made(in.db, qualified, statement);
  if (found == index_condition::invalid) {
    in.db.execute(fmt::format("DROP INDEX CONCURRENTLY IF EXISTS {}", qualified));
    in.tell({.kind = event_kind::index_dropped, .text = qualified});
  }
  return found == index_condition::valid;
}

} // namespace strata::detail
