// What a prepared statement takes and returns is settled when it is prepared; another process may
// migrate meanwhile, and a pooler may give its place to others.
#include "src/postgresql/kept_statements.hpp"

#include "src/postgresql/errors.hpp"
#include "src/postgresql/statement_name.hpp"

#include <strata/runtime/error.hpp>

#include <fmt/format.h>

namespace strata::postgresql {
namespace {

/// Whether a stale statement may fail so: what it names or takes is not there any more, or a
/// value does not fit the type that it had.
bool may_come_of_types(std::string_view state) {
  return state.starts_with("42") || state.starts_with("22") || state.starts_with("0A") ||
         state.starts_with("XX");
}

/// The server compares by itself what a statement returns. A function's name is in no language.
bool server_found_it_stale(const PGresult* failed) {
  const char* function = PQresultErrorField(failed, PG_DIAG_SOURCE_FUNCTION);
  return function != nullptr && std::string_view(function) == "RevalidateCachedQuery";
}

bool is_failed(PGconn* on) { return PQtransactionStatus(on) == PQTRANS_INERROR; }

} // namespace

kept_statements::signature kept_statements::described(const PGresult* by) {
  signature made;
  for (int i = 0; i < PQnparams(by); ++i) {
    made.parameters.push_back(PQparamtype(by, i));
  }
  for (int i = 0; i < PQnfields(by); ++i) {
    made.columns.push_back(PQftype(by, i));
  }
  return made;
}

std::optional<kept_statements::signature> kept_statements::understood_now(PGconn* on,
                                                                          std::string_view text) {
  const result_ptr by = prepare(on, "", text);
  if (is_failure(by.get()))
    return std::nullopt;
  return described(by.get());
}

/// In a transaction that failed the server refuses this too; then it is for later.
void kept_statements::give_up_stale() {
  while (!stale_.empty() && !is_failed(on_)) {
    postgresql::run(on_, "DEALLOCATE " + stale_.back(), {});
    stale_.pop_back();
  }
}

result_ptr kept_statements::keep(std::string_view text) {
  if (kept_.is_full()) {
    stale_.push_back(kept_.oldest().name);
    kept_.forget_oldest();
  }
  give_up_stale();
  std::string name = statement_name(text);
  result_ptr by = prepare(on_, name, text);
  if (!is_failure(by.get()))
    kept_.keep(text, {std::move(name), described(by.get())});
  return by;
}

result_ptr kept_statements::run(std::string_view text, std::span<const value> parameters) {
  if (is_shared_)
    return postgresql::run(on_, text, parameters);
  if (kept_.find(text) == nullptr) {
    result_ptr by = keep(text);
    if (state_of(by.get()) == "42P05")
      return run_whole(text, parameters, by.get());
    if (is_failure(by.get()))
      return by;
  }
  result_ptr result = run_prepared(on_, kept_.find(text)->name, text, parameters);
  if (!is_failure(result.get()))
    return result;
  if (state_of(result.get()) == "26000")
    return run_whole(text, parameters, result.get());
  if (!is_stale(text, result.get()))
    return result;
  stale_.push_back(kept_.find(text)->name);
  kept_.forget(text);
  if (is_failed(on_)) {
    const std::string state(state_of(result.get()));
    throw query_error(
        fmt::format("another process changed a type that a prepared statement takes or returns, as "
                    "a migration does: {}; roll the transaction back and run it again",
                    readable(on_, result.get())),
        {.code = "R069", .sqlstate = state, .statement = std::string(text)});
  }
  return postgresql::run(on_, text, parameters);
}

/// Of the server connection that the name was kept on, or is taken on by others: a pooler that
/// does not show itself, or a DISCARD. A failed statement has done nothing, so it may be run again.
result_ptr kept_statements::run_whole(std::string_view text,
                                      std::span<const value> parameters,
                                      const PGresult* failed) {
  is_shared_ = true;
  if (is_failed(on_)) {
    throw query_error(
        fmt::format("the server connection does not keep this program's prepared statements, as "
                    "behind a pooler: {}; roll the transaction back and run it again: from now on "
                    "the connection prepares nothing",
                    readable(on_, failed)),
        {.code = "R007",
         .sqlstate = std::string(state_of(failed)),
         .statement = std::string(text)});
  }
  return postgresql::run(on_, text, parameters);
}

/// Whether the server would understand the text otherwise if it were prepared now. The server is
/// asked, which runs nothing.
bool kept_statements::is_stale(std::string_view text, const PGresult* failed) {
  if (!may_come_of_types(state_of(failed)))
    return false;
  if (server_found_it_stale(failed))
    return true;
  const signature& before = kept_.find(text)->types;
  if (!is_failed(on_))
    return understood_now(on_, text) != before;
  // A transaction that failed answers nothing more.
  try {
    const connection_ptr other = connect(url_);
    postgresql::run(other.get(), "SET lock_timeout = '1s'", {});
    const auto now = understood_now(other.get(), text);
    return now ? *now != before : state_of(failed).starts_with("XX");
  } catch (const connection_error&) {
    return state_of(failed).starts_with("XX");
  }
}

} // namespace strata::postgresql
