// Reading a PostgreSQL database.
#include "codegen/inspect/inspection_error.hpp"
#include "codegen/inspect/postgresql.hpp"
#include "codegen/tool/changed_meanwhile.hpp"
#include "codegen/tool/live_schema.hpp"
#include "codegen/tool/tool_error.hpp"
#include "codegen/tool/url_secrets.hpp"

#include <pqxx/pqxx>

namespace strata::codegen {
namespace {

std::string schema_of_search_path(pqxx::connection& connection) {
  pqxx::nontransaction work(connection);
  return default_schema_of(work);
}

live_schema read_once(pqxx::connection& connection, left_out& without, const std::string& schema) {
  pqxx::nontransaction work(connection);
  work.exec("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  live_schema read;
  read.on = {model::dialect::postgresql, connection.server_version()};
  read.default_schema = schema;
  work.exec("SELECT pg_catalog.set_config('search_path', " + work.quote(work.quote_name(schema)) +
            ", true)");
  read.schema = inspect_postgresql(work, without);
  read.owners = read_owners(work);
  work.exec("COMMIT");
  return read;
}

void roll_back(pqxx::connection& connection) {
  pqxx::nontransaction work(connection);
  work.exec("ROLLBACK");
}

} // namespace

live_schema
read_postgresql(const std::string& url, left_out& without, const default_schema_choice& choose) {
  try {
    pqxx::connection connection(url);
    const std::string own = schema_of_search_path(connection);
    const std::string schema = choose ? choose(own) : own;
    for (int again = 20;; --again) {
      try {
        return read_once(connection, without, schema);
      } catch (const pqxx::sql_error& problem) {
        if (again == 0 || !has_changed_meanwhile(problem.sqlstate()))
          throw;
        roll_back(connection);
      }
    }
  } catch (const inspection_error&) {
    throw;
  } catch (const std::exception& problem) {
    // The message may end in newlines.
    std::string text = problem.what();
    while (!text.empty() && text.back() == '\n')
      text.pop_back();
    throw tool_error("PostgreSQL: " + without_passwords_of(url, text));
  }
}

} // namespace strata::codegen
