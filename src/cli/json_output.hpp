// What the commands print, as JSON: one line each.
#pragma once

#include <strata/runtime/migration_report.hpp>
#include <strata/runtime/migration_status.hpp>

#include <span>
#include <string>

namespace strata::cli {

std::string as_json(const migration_status& of);
std::string current_json(const migration_status& of);
std::string as_json(std::span<const history_row> rows);
std::string as_json(std::span<const planned_step> steps);
std::string as_json(const migration_report& of);
std::string sql_json(const std::string& sql, int from, int to);
std::string error_json(const error& of, const std::string& message);

/// A line on the standard output.
void print(const std::string& line);

} // namespace strata::cli
