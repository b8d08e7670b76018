// A session on a PostgreSQL server: libpq's connection, of its own or borrowed.
#include "src/postgresql/session.hpp"

#include "src/postgresql/backup.hpp"
#include "src/postgresql/errors.hpp"
#include "src/postgresql/text.hpp"
#include "src/runtime/statement_text.hpp"

#include <strata/runtime/error.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

namespace strata::postgresql {
namespace {

/// What values are written and read by, as a list of calls. Float digits: all that are needed, on
/// servers before 12 too.
#define STRATA_SETTINGS(is_local)                                                                  \
  "pg_catalog.set_config('DateStyle', 'ISO, MDY', " is_local "), "                                 \
  "pg_catalog.set_config('IntervalStyle', 'postgres', " is_local "), "                             \
  "pg_catalog.set_config('extra_float_digits', '3', " is_local "), "                               \
  "pg_catalog.set_config('array_nulls', 'on', " is_local ")"

constexpr const char* settings_for_a_transaction = "SELECT " STRATA_SETTINGS("true");
constexpr std::string_view settings_for_good = STRATA_SETTINGS("false");
#undef STRATA_SETTINGS

/// Statements that read or write values. Others may not stand behind another in a transaction.
bool has_values(std::string_view text) {
  constexpr std::array<std::string_view, 8> words{
      "SELECT", "INSERT", "UPDATE", "DELETE", "WITH", "MERGE", "VALUES", "TABLE"};
  const std::string word = detail::first_word(text);
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// COMMIT of a transaction that failed is answered with ROLLBACK, and with no error.
void require_committed(PGTransactionStatusType before, PGresult* answer, std::string_view text) {
  if (before != PQTRANS_INERROR || std::string_view(PQcmdStatus(answer)) != "ROLLBACK")
    return;
  const std::string word = detail::first_word(text);
  if (word == "ROLLBACK" || word == "ABORT")
    return;
  throw query_error("a statement of the transaction had failed, so the server rolled back what was "
                    "to be committed; run the transaction again",
                    {.code = "R064", .statement = std::string(text)});
}

result_set rows_of(PGresult* from) {
  result_set result;
  const int columns = PQnfields(from);
  for (int i = 0; i < columns; ++i) {
    result.columns.emplace_back(PQfname(from, i));
  }
  result.rows.reserve(static_cast<std::size_t>(PQntuples(from)));
  for (int row = 0; row < PQntuples(from); ++row) {
    auto& values = result.rows.emplace_back();
    values.reserve(result.columns.size());
    for (int i = 0; i < columns; ++i) {
      if (PQgetisnull(from, row, i) != 0) {
        values.emplace_back();
      } else {
        const auto size = static_cast<std::size_t>(PQgetlength(from, row, i));
        values.emplace_back(std::string(PQgetvalue(from, row, i), size));
      }
    }
  }
  result.affected = std::strtoll(PQcmdTuples(from), nullptr, 10);
  return result;
}

} // namespace

session::session(connection_ptr connection, std::string url)
    : url_(std::move(url)), connection_(std::move(connection)), kept_(connection_.get(), url_) {}

std::unique_ptr<session> session::open(const std::string& url) {
  std::unique_ptr<session> opened(new session(connect(url), url));
  opened->begin();
  return opened;
}

std::unique_ptr<session> session::borrow(PGconn* connection) {
  return std::unique_ptr<session>(new session(connection_ptr(connection, {.owned = false}), {}));
}

/// Behind a pooler the process that answers is not the one that was named when the connection was
/// made, and nothing is set for good: the server connection is others' too.
void session::begin() {
  const auto mine = std::to_string(PQbackendPID(connection_.get()));
  const auto answer =
      query(fmt::format("SELECT pg_catalog.pg_backend_pid(), CASE WHEN pg_catalog.pg_backend_pid() "
                        "OPERATOR(pg_catalog.=) {} THEN pg_catalog.concat({}) END",
                        mine,
                        settings_for_good),
            {},
            false);
  is_pooled_ = std::get<std::string>(answer.rows.at(0).at(0)) != mine;
}

int session::server_version() { return PQserverVersion(connection_.get()); }

std::string session::describe() const {
  const char* name = PQdb(connection_.get());
  return name != nullptr ? name : "";
}

result_ptr session::run_together(std::string_view statements) {
  const auto before = PQtransactionStatus(connection_.get());
  auto results = run_all(connection_.get(), statements);
  for (const result_ptr& each : results) {
    require_success(connection_.get(), each.get(), statements);
  }
  if (results.empty()) // The connection broke.
    throw_error(connection_.get(), nullptr, statements);
  require_committed(before, results.front().get(), statements);
  return std::move(results.back());
}

void session::execute(std::string_view statements) { run_together(statements); }

result_set session::query_together(std::string_view statements) {
  return rows_of(run_together(statements).get());
}

result_ptr
session::run_one(std::string_view text, std::span<const value> parameters, bool prepare) {
  if (is_pooled_ && has_values(text))
    return run_after(connection_.get(), settings_for_a_transaction, text, parameters);
  // Others may prepare on a borrowed connection: there every text is sent whole.
  const bool is_owned = connection_.get_deleter().owned;
  if (prepare && is_owned && !is_pooled_)
    return kept_.run(text, parameters);
  return run(connection_.get(), text, parameters);
}

result_set session::query(std::string_view text, std::span<const value> parameters, bool prepare) {
  const auto before = PQtransactionStatus(connection_.get());
  const result_ptr result = run_one(text, parameters, prepare);
  require_success(connection_.get(), result.get(), text);
  require_committed(before, result.get(), text);
  return rows_of(result.get());
}

std::int64_t session::bulk_insert(std::string_view schema,
                                  std::string_view table,
                                  std::span<const std::string_view> columns,
                                  const std::function<bool(std::vector<value>&)>& next) {
  const std::string target = schema.empty() ? quoted(table) : quoted(schema) + "." + quoted(table);
  std::string names;
  for (const std::string_view each : columns) {
    names += (names.empty() ? "" : ", ") + quoted(each);
  }
  const std::string statement = fmt::format("COPY {} ({}) FROM STDIN", target, names);
  if (is_pooled_)
    query(settings_for_a_transaction, {}, false);
  std::int64_t count = 0;
  std::vector<value> row;
  std::vector<std::optional<std::string>> fields;
  const auto add_line = [&](std::string& lines) {
    row.clear();
    if (!next(row))
      return false;
    fields.clear();
    for (const value& each : row) {
      fields.push_back(field_text(each));
    }
    lines += copy_line(fields);
    lines += '\n';
    ++count;
    return true;
  };
  const result_ptr result = copy(connection_.get(), statement, add_line);
  require_success(connection_.get(), result.get(), statement);
  return count;
}

transaction_state session::state() const {
  switch (PQtransactionStatus(connection_.get())) {
  case PQTRANS_IDLE:
    return transaction_state::none;
  case PQTRANS_INERROR:
    return transaction_state::failed;
  default:
    return transaction_state::open; // Of a broken connection: the next statement will tell.
  }
}

void session::backup(const std::string& file) {
  if (url_.empty()) {
    throw query_error("[R005] a borrowed transaction cannot be backed up; open a session by URL",
                      {.code = "R005"});
  }
  dump(url_, file);
}

} // namespace strata::postgresql
