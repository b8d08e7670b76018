// libpqxx's exceptions as Strata's errors.
#pragma once

#include "src/postgresql/pqxx.hpp"

#include <string>
#include <string_view>
#include <utility>

namespace strata::postgresql {

/// Without the line ends that libpq closes its messages with.
std::string_view trimmed(std::string_view text);

/// Throws the error that the server's message stands for.
[[noreturn]] void throw_sql_error(const pqxx::sql_error& failed, std::string_view statement);

[[noreturn]] void throw_broken_connection(const std::exception& failed, std::string_view statement);

/// What libpqxx itself refuses: an unfinished stream, a wrong use.
[[noreturn]] void throw_driver_error(const std::exception& failed, std::string_view statement);

/// Runs `work`; what libpqxx throws leaves as a strata::error.
template <typename Work>
decltype(auto) translated(std::string_view statement, Work&& work) {
  try {
    return std::forward<Work>(work)();
  } catch (const pqxx::broken_connection& failed) {
    throw_broken_connection(failed, statement);
  } catch (const pqxx::in_doubt_error& failed) {
    throw_broken_connection(failed, statement);
  } catch (const pqxx::sql_error& failed) {
    throw_sql_error(failed, statement);
  } catch (const pqxx::failure& failed) {
    throw_driver_error(failed, statement);
  } catch (const std::logic_error& failed) { // pqxx::usage_error and its kin
    throw_driver_error(failed, statement);
  }
}

} // namespace strata::postgresql
