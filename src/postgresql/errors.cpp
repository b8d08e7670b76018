// SQLSTATEs as Strata's errors, with the facts that the server's message has fields for.
#include "src/postgresql/errors.hpp"

#include <strata/runtime/error.hpp>

#include <memory>
#include <string>
#include <utility>

namespace strata::postgresql {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == ' '))
    text.remove_suffix(1);
  return text;
}

namespace {

std::string field(const PGresult* of, int which) {
  const char* text = PQresultErrorField(of, which);
  return text == nullptr ? std::string() : text;
}

[[noreturn]] void throw_violation(const std::string& state,
                                  const std::string& text,
                                  const PGresult* failed,
                                  error_facts facts) {
  facts.constraint =
      field(failed, state == "23502" ? PG_DIAG_COLUMN_NAME : PG_DIAG_CONSTRAINT_NAME);
  if (state == "23505") {
    facts.code = "R071";
    throw unique_violation(text, facts);
  }
  if (state == "23503" || state == "23001") {
    facts.code = "R072";
    throw foreign_key_violation(text, facts);
  }
  if (state == "23502") {
    facts.code = "R073";
    throw not_null_violation(text, facts);
  }
  if (state == "23514") {
    facts.code = "R074";
    throw check_violation(text, facts);
  }
  if (state == "23P01") {
    facts.code = "R075";
    throw exclusion_violation(text, facts);
  }
  facts.code = "R070";
  throw constraint_violation(text, facts);
}

/// Class 08, and the states with which a server ends a session.
bool ends_the_session(std::string_view state) {
  return state.starts_with("08") || state == "57P01" || state == "57P02" || state == "57P03" ||
         state == "57P05" || state == "53300";
}

} // namespace

std::string readable(PGconn* on, const PGresult* failed) {
  const std::string primary = field(failed, PG_DIAG_MESSAGE_PRIMARY);
  // A borrowed connection may say more, or less: the application chose so.
  const std::unique_ptr<char, decltype(&PQfreemem)> whole(
      PQresultVerboseErrorMessage(failed, PQERRORS_DEFAULT, PQSHOW_CONTEXT_ERRORS), PQfreemem);
  std::string_view text = whole ? whole.get() : "";
  if (trimmed(text).empty())
    text = PQerrorMessage(on);
  if (const auto at = primary.empty() ? std::string_view::npos : text.find(primary);
      at != std::string_view::npos) {
    text.remove_prefix(at);
  }
  return std::string(trimmed(text));
}

void throw_error(PGconn* on, const PGresult* failed, std::string_view statement) {
  const std::string state(state_of(failed));
  const std::string text =
      failed != nullptr ? readable(on, failed) : std::string(trimmed(PQerrorMessage(on)));
  error_facts facts{.code = "R060", .sqlstate = state, .statement = std::string(statement)};
  if (state.starts_with("23"))
    throw_violation(state, text, failed, std::move(facts));
  if (state == "55P03") {
    facts.code = "R066";
    throw lock_timeout(text, facts);
  }
  const bool is_broken = PQstatus(on) != CONNECTION_OK;
  // The server calls a wrong number of parameters a breach of its protocol.
  if (state == "08P01" && !is_broken) {
    facts.code = "R061";
    throw query_error(text, facts);
  }
  if (is_broken || ends_the_session(state)) {
    facts.code = "R004";
    throw connection_error(text, facts);
  }
  throw query_error(text, facts);
}

void require_success(PGconn* on, const PGresult* of, std::string_view statement) {
  if (is_failure(of))
    throw_error(on, of, statement);
}

} // namespace strata::postgresql
