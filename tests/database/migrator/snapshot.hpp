// What a database holds, as a text to compare: schema and rows, without the history.
#pragma once

#include <strata/runtime/session.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace strata::testing {

/// Tables with columns, constraints, indexes (an invalid one says so), and all rows.
std::string snapshot(session& of);

/// The first value of each row of a query, as a text.
std::vector<std::string> column(session& of, std::string_view query);

/// The first value of the first row.
std::string single(session& of, std::string_view query);

/// The versions whose `upgrade` rows the history holds, in order: `1 2 3`.
std::string upgrades(session& of);

} // namespace strata::testing
