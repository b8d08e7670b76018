// The schema of the database that a URL names.
#pragma once

#include "codegen/adapt/adapt.hpp"
#include "codegen/inspect/left_out.hpp"

#include <strata/model/schema.hpp>

#include <string>

namespace strata::codegen {

/// As inspected: SQL as the server prints it. `on` is the very server or library it was read from.
struct live_schema {
  model::schema schema;
  target on;
  std::string default_schema; ///< PostgreSQL: what unqualified names stand for.
};

/// Whether it begins as the URLs below do.
bool is_database_url(const std::string& text);

/// Reads `postgresql://…`, `postgres://…` or `sqlite:path`, in one read-only transaction, but for
/// what `without` asks for. Throws tool_usage_error for another URL, tool_error where the database
/// cannot be read.
live_schema read_live_schema(const std::string& url, left_out& without);

/// Throws tool_usage_error unless all that was asked for was met in one of the databases read.
void check_left_out(const left_out& one, const left_out& other);
void check_left_out(const left_out& one);

/// Throws tool_error where the building of an index failed: no schema says that.
void refuse_not_valid(const model::schema& schema);

// One of each for read_live_schema, in the file of its driver.
live_schema read_postgresql(const std::string& url, left_out& without);
live_schema read_sqlite(const std::string& path, left_out& without);

} // namespace strata::codegen
