// A session on a PostgreSQL server: libpqxx's autocommit transaction, or one that is borrowed.
#include "src/postgresql/session.hpp"

#include "src/postgresql/backup.hpp"
#include "src/postgresql/errors.hpp"
#include "src/postgresql/text.hpp"

#include <strata/runtime/error.hpp>

#include <fmt/format.h>

namespace strata::postgresql {

session::session(std::unique_ptr<pqxx::connection> connection)
    : owned_(std::move(connection)),
      autocommit_(std::make_unique<pqxx::nontransaction>(*owned_)),
      on_(*autocommit_) {}

session::session(pqxx::transaction_base& transaction) : on_(transaction) {}

std::unique_ptr<session> session::open(const std::string& url) {
  try {
    std::unique_ptr<session> opened(new session(connect(url)));
    opened->url_ = url;
    opened->execute("SET client_encoding = 'UTF8'; SET DateStyle = 'ISO'");
    return opened;
  } catch (const pqxx::failure& failed) {
    throw connection_error(
        fmt::format("{} cannot be reached: {}", without_password(url), trimmed(failed.what())),
        {.code = "R003"});
  }
}

std::unique_ptr<session> session::borrow(pqxx::transaction_base& transaction) {
  return std::unique_ptr<session>(new session(transaction));
}

int session::server_version() { return on_.conn().server_version(); }

std::string session::describe() const {
  const char* name = on_.conn().dbname();
  return name ? name : "";
}

void session::execute(std::string_view statements) {
  translated(statements, [&] { on_.exec(std::string(statements)); });
}

/// In a transaction that failed the server refuses this too; then it is for later.
void session::give_up_stale() {
  while (!stale_.empty()) {
    on_.conn().unprepare(stale_.back());
    stale_.pop_back();
  }
}

const std::string& session::prepared_name(std::string_view text) {
  if (const std::string* known = prepared_.find(text))
    return *known;
  if (prepared_.is_full()) {
    stale_.push_back(prepared_.oldest());
    prepared_.forget_oldest();
  }
  give_up_stale();
  std::string name = fmt::format("strata_{}", ++prepared_count_);
  on_.conn().prepare(name, std::string(text));
  return prepared_.keep(text, std::move(name));
}

namespace {

/// The message is in the server's language; the function's name, in the verbose form, is not.
bool is_stale_plan(const pqxx::sql_error& failed) {
  const std::string_view message = failed.what();
  return failed.sqlstate() == "0A000" &&
         (message.find("RevalidateCachedQuery") != std::string_view::npos ||
          message.find("cached plan must not change result type") != std::string_view::npos);
}

} // namespace

/// What a prepared statement returns is settled when it is prepared; another process may migrate
/// meanwhile. The server notices before it runs anything, so running it again is safe.
pqxx::result session::run_kept(std::string_view text, std::span<const value> parameters) {
  try {
    return run_prepared(on_, prepared_name(text), parameters);
  } catch (const pqxx::sql_error& failed) {
    if (!is_stale_plan(failed))
      throw;
    stale_.push_back(*prepared_.find(text));
    prepared_.forget(text);
    if (in_transaction()) {
      throw query_error("what a prepared statement returns was changed by another process, as a "
                        "migration does; roll the transaction back and run it again",
                        {.code = "R069", .sqlstate = "0A000", .statement = std::string(text)});
    }
    return run_prepared(on_, prepared_name(text), parameters);
  }
}

pqxx::result
session::run_once(std::string_view text, std::span<const value> parameters, bool prepare) {
  // Others may prepare on a borrowed connection under any name: there, every text is sent whole.
  if (prepare && owned_)
    return run_kept(text, parameters);
  return run(on_, std::string(text), parameters);
}

result_set session::query(std::string_view text, std::span<const value> parameters, bool prepare) {
  return translated(text, [&] {
    const pqxx::result rows = run_once(text, parameters, prepare);
    result_set result;
    for (pqxx::row::size_type i = 0; i < rows.columns(); ++i) {
      result.columns.emplace_back(rows.column_name(i));
    }
    result.rows.reserve(static_cast<std::size_t>(rows.size()));
    for (const auto& row : rows) {
      auto& values = result.rows.emplace_back();
      values.reserve(result.columns.size());
      for (const auto& field : row) {
        if (field.is_null()) {
          values.emplace_back();
        } else {
          values.emplace_back(std::string(field.c_str(), field.size()));
        }
      }
    }
    result.affected = static_cast<std::int64_t>(rows.affected_rows());
    return result;
  });
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
  std::int64_t count = 0;
  std::vector<value> row;
  const auto fill = [&](std::vector<std::optional<std::string>>& fields) {
    row.clear();
    if (!next(row))
      return false;
    for (const value& each : row) {
      fields.push_back(field_text(each));
    }
    ++count;
    return true;
  };
  translated(statement, [&] { copy(on_, target, names, fill); });
  return count;
}

bool session::in_transaction() const {
  if (!owned_)
    return true;
  try {
    // Outside a transaction SAVEPOINT is refused; libpqxx does not tell the transaction's state.
    on_.exec("SAVEPOINT strata_probe; RELEASE SAVEPOINT strata_probe");
    return true;
  } catch (const pqxx::broken_connection& failed) {
    throw_broken_connection(failed, "SAVEPOINT");
  } catch (const pqxx::sql_error& failed) {
    if (failed.sqlstate() == "25P01")
      return false;
    if (failed.sqlstate() == "25P02")
      return true;
    throw_sql_error(failed, "SAVEPOINT");
  }
}

bool session::is_pooled() {
  const auto answer = query("SELECT pg_backend_pid()", {}, false);
  return std::get<std::string>(answer.rows.at(0).at(0)) != std::to_string(on_.conn().backendpid());
}

void session::backup(const std::string& file) {
  if (url_.empty()) {
    throw query_error("a borrowed transaction cannot be backed up; open a session by URL",
                      {.code = "R005"});
  }
  dump(url_, file);
}

} // namespace strata::postgresql
