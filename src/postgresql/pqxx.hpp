// The one place that knows how libpqxx 6.4 and 7 differ.
#pragma once

#include <strata/runtime/value.hpp>

#include <pqxx/pqxx>

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <type_traits>
#include <vector>

namespace strata::postgresql {

/// `pqxx::connection_base` of libpqxx 6, `pqxx::connection` of 7.
using any_connection =
    std::remove_reference_t<decltype(std::declval<pqxx::transaction_base&>().conn())>;

/// Connects. A lost connection stays lost: libpqxx 6 would quietly make a new one, which has none
/// of the session's locks and settings.
std::unique_ptr<pqxx::connection> connect(const std::string& url);

/// Runs one statement with parameters.
pqxx::result
run(pqxx::transaction_base& on, const std::string& statement, std::span<const value> parameters);

/// Runs a statement that the connection prepared as `name`.
pqxx::result run_prepared(pqxx::transaction_base& on,
                          const std::string& name,
                          std::span<const value> parameters);

/// COPY target (columns) FROM STDIN, with names that are quoted already. `next` fills a row and
/// returns false when there is none.
void copy(pqxx::transaction_base& on,
          const std::string& target,
          const std::string& columns,
          const std::function<bool(std::vector<std::optional<std::string>>&)>& next);

} // namespace strata::postgresql
