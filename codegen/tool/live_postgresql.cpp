// Reading a PostgreSQL database.
#include "codegen/inspect/inspection_error.hpp"
#include "codegen/inspect/postgresql.hpp"
#include "codegen/tool/live_schema.hpp"
#include "codegen/tool/tool_error.hpp"

#include <pqxx/pqxx>

#include <string_view>

namespace strata::codegen {
namespace {

/// The server prints definitions from the catalogue as it is now, not as the transaction began: an
/// object that somebody drops meanwhile is reported so, and the whole is read again.
bool has_changed_meanwhile(const pqxx::sql_error& problem) {
  const std::string_view what = problem.what();
  return what.find("cache lookup failed") != std::string_view::npos ||
         what.find("could not open relation with OID") != std::string_view::npos;
}

live_schema read_once(pqxx::connection& connection, left_out& without) {
  pqxx::nontransaction work(connection);
  work.exec("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  live_schema read;
  read.on = {model::dialect::postgresql, connection.server_version()};
  read.default_schema =
      work.exec("SELECT coalesce(current_schema(), 'public')")[0][0].as<std::string>();
  read.schema = inspect_postgresql(work, without);
  work.exec("COMMIT");
  return read;
}

void roll_back(pqxx::connection& connection) {
  pqxx::nontransaction work(connection);
  work.exec("ROLLBACK");
}

} // namespace

live_schema read_postgresql(const std::string& url, left_out& without) {
  try {
    pqxx::connection connection(url);
    for (int again = 20;; --again) {
      try {
        return read_once(connection, without);
      } catch (const pqxx::sql_error& problem) {
        if (again == 0 || !has_changed_meanwhile(problem))
          throw;
        roll_back(connection);
      }
    }
  } catch (const inspection_error&) {
    throw;
  } catch (const std::exception& problem) {
    // The message may end in newlines; the URL, which may hold a password, is not repeated.
    std::string text = problem.what();
    while (!text.empty() && text.back() == '\n')
      text.pop_back();
    throw tool_error("PostgreSQL: " + text);
  }
}

} // namespace strata::codegen
