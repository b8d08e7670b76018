// Sending and receiving. Whatever was sent, everything is received: a connection with an answer
// left on it would take it for that of the next statement.
#include "src/postgresql/libpq.hpp"

#include "src/postgresql/errors.hpp"
#include "src/postgresql/text.hpp"
#include "src/runtime/statement_text.hpp"

#include <strata/runtime/error.hpp>
#include <strata/runtime/session.hpp>

#include <fmt/format.h>

#include <array>
#include <optional>
#include <utility>

namespace strata::postgresql {
namespace {

extern "C" void strata_ignore_notice(void* /*unused*/, const PGresult* /*notice*/) {}

/// Parameters as libpq takes them; they live as long as this does.
class parameter_list {
public:
  explicit parameter_list(std::span<const value> from) {
    texts_.reserve(from.size());
    for (const value& each : from) {
      texts_.push_back(field_text(each));
    }
    for (const auto& text : texts_) {
      pointers_.push_back(text ? text->c_str() : nullptr);
    }
  }

  int size() const { return static_cast<int>(pointers_.size()); }

  const char* const* data() const { return pointers_.data(); }

private:
  std::vector<std::optional<std::string>> texts_;
  std::vector<const char*> pointers_;
};

void require_sent(PGconn* on, int sent, std::string_view statement) {
  if (sent == 0)
    throw_error(on, nullptr, statement);
}

void send(PGconn* on, std::string_view statement, const parameter_list& list) {
  const std::string text(statement);
  require_sent(
      on,
      PQsendQueryParams(on, text.c_str(), list.size(), nullptr, list.data(), nullptr, nullptr, 0),
      statement);
}

/// Feeds or drains a COPY that the statement began, so that the connection is free again.
void end_copy(PGconn* on, ExecStatusType status) {
  if (status == PGRES_COPY_IN) {
    PQputCopyEnd(on, "rows are copied by bulk_insert");
    return;
  }
  char* line = nullptr;
  while (PQgetCopyData(on, &line, 0) > 0) {
    PQfreemem(line);
  }
}

std::vector<result_ptr> receive_all(PGconn* on) {
  std::vector<result_ptr> all;
  while (result_ptr next{PQgetResult(on)}) {
    const ExecStatusType status = PQresultStatus(next.get());
    if (status == PGRES_COPY_IN || status == PGRES_COPY_OUT || status == PGRES_COPY_BOTH) {
      end_copy(on, status);
      continue;
    }
    all.push_back(std::move(next));
  }
  return all;
}

/// The result of one statement.
result_ptr receive_one(PGconn* on) {
  auto all = receive_all(on);
  return all.empty() ? result_ptr() : std::move(all.back());
}

/// libpq's pipeline mode while it lives: what is sent makes one round trip, and one transaction
/// unless one is open.
class pipeline {
public:
  pipeline(PGconn* on, std::string_view statement) : on_(on) {
    require_sent(on, PQenterPipelineMode(on), statement);
  }

  ~pipeline() {
    if (!is_received_)
      receive();
    PQexitPipelineMode(on_);
  }

  pipeline(const pipeline&) = delete;
  pipeline& operator=(const pipeline&) = delete;

  /// The first failure, or else the last result.
  result_ptr receive() {
    is_received_ = true;
    result_ptr kept;
    if (PQpipelineSync(on_) == 0)
      return kept;
    // Null ends each statement's results; two in a row say that the connection broke.
    for (int missing = 0; missing < 2;) {
      result_ptr next{PQgetResult(on_)};
      missing = next ? 0 : missing + 1;
      if (PQresultStatus(next.get()) == PGRES_PIPELINE_SYNC)
        break;
      if (next && (!kept || !is_failure(kept.get())))
        kept = std::move(next);
    }
    return kept;
  }

private:
  PGconn* on_;
  bool is_received_ = false;
};

} // namespace

void close::operator()(PGconn* connection) const noexcept {
  if (owned)
    PQfinish(connection);
}

void clear::operator()(PGresult* of) const noexcept { PQclear(of); }

connection_ptr connect(const std::string& url) {
  const std::array<const char*, 3> keywords{"dbname", "client_encoding", nullptr};
  const std::array<const char*, 3> values{url.c_str(), "UTF8", nullptr};
  connection_ptr made(PQconnectdbParams(keywords.data(), values.data(), 1), {.owned = true});
  if (PQstatus(made.get()) != CONNECTION_OK) {
    throw connection_error(fmt::format("{} cannot be reached: {}",
                                       without_password(url),
                                       trimmed(PQerrorMessage(made.get()))),
                           {.code = "R003"});
  }
  PQsetNoticeReceiver(made.get(), strata_ignore_notice, nullptr);
  return made;
}

std::vector<result_ptr> run_all(PGconn* on, std::string_view statements) {
  detail::require_no_nul(statements);
  require_sent(on, PQsendQuery(on, std::string(statements).c_str()), statements);
  return receive_all(on);
}

result_ptr run(PGconn* on, std::string_view statement, std::span<const value> parameters) {
  detail::require_no_nul(statement);
  const parameter_list list(parameters);
  send(on, statement, list);
  return receive_one(on);
}

result_ptr run_prepared(PGconn* on,
                        const std::string& name,
                        std::string_view statement,
                        std::span<const value> parameters) {
  const parameter_list list(parameters);
  require_sent(on,
               PQsendQueryPrepared(on, name.c_str(), list.size(), list.data(), nullptr, nullptr, 0),
               statement);
  return receive_one(on);
}

result_ptr run_after(PGconn* on,
                     const char* first,
                     std::string_view statement,
                     std::span<const value> parameters) {
  detail::require_no_nul(statement);
  const parameter_list list(parameters);
  pipeline together(on, statement);
  require_sent(
      on, PQsendQueryParams(on, first, 0, nullptr, nullptr, nullptr, nullptr, 0), statement);
  send(on, statement, list);
  return together.receive();
}

result_ptr prepare(PGconn* on, const std::string& name, std::string_view statement) {
  detail::require_no_nul(statement);
  pipeline together(on, statement);
  const std::string text(statement);
  require_sent(on, PQsendPrepare(on, name.c_str(), text.c_str(), 0, nullptr), statement);
  require_sent(on, PQsendDescribePrepared(on, name.c_str()), statement);
  return together.receive();
}

result_ptr
copy(PGconn* on, const std::string& statement, const std::function<bool(std::string&)>& next) {
  require_sent(on, PQsendQuery(on, statement.c_str()), statement);
  result_ptr begun{PQgetResult(on)};
  if (PQresultStatus(begun.get()) != PGRES_COPY_IN) {
    receive_all(on);
    return begun;
  }
  constexpr std::size_t enough = 64 * 1024;
  std::string lines;
  try {
    for (bool has_more = true; has_more;) {
      has_more = next(lines);
      if (lines.size() < enough && has_more)
        continue;
      if (PQputCopyData(on, lines.data(), static_cast<int>(lines.size())) != 1)
        break; // The failure is received below.
      lines.clear();
    }
  } catch (...) {
    PQputCopyEnd(on, "the rows could not be given");
    receive_all(on);
    throw;
  }
  PQputCopyEnd(on, nullptr);
  return receive_one(on);
}

std::string_view state_of(const PGresult* of) {
  const char* state = PQresultErrorField(of, PG_DIAG_SQLSTATE);
  return state == nullptr ? std::string_view() : state;
}

bool is_failure(const PGresult* of) {
  const ExecStatusType status = PQresultStatus(of); // A null one is a failure to libpq too.
  return status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK && status != PGRES_EMPTY_QUERY &&
         status != PGRES_SINGLE_TUPLE;
}

} // namespace strata::postgresql
