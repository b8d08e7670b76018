// The one place that knows how libpqxx 6.4 and 7 differ.
#pragma once

#include <strata/runtime/value.hpp>

#include <pqxx/pqxx>

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace strata::postgresql {

/// Connects. A lost connection stays lost: libpqxx 6 would quietly make a new one, which has none
/// of the session's locks and settings. Errors are verbose: they name the constraint in a field of
/// its own.
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
