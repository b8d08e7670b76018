// The schema of the database that a URL names.
#pragma once

#include "codegen/adapt/adapt.hpp"
#include "codegen/inspect/left_out.hpp"

#include <strata/model/schema.hpp>

#include <functional>
#include <map>
#include <string>

namespace pqxx {
class transaction_base;
}

namespace strata::codegen {

/// As inspected: SQL as the server prints it. `on` is the very server or library it was read from.
struct live_schema {
  model::schema schema;
  target on;
  std::string default_schema;                  ///< PostgreSQL: what unqualified names stand for.
  std::map<std::string, std::string> owners{}; ///< PostgreSQL: by `table users`, `schema app`.
};

/// Gives PostgreSQL's default schema for the reading, from what the database's search path says it
/// is. None: that.
using default_schema_choice = std::function<std::string(const std::string&)>;

/// Whether it begins as the URLs below do.
bool is_database_url(const std::string& text);

/// Reads `postgresql://…`, `postgres://…` or `sqlite:path`, in one read-only transaction, but for
/// what `without` asks for. Throws tool_usage_error for another URL, tool_error where the database
/// cannot be read.
live_schema read_live_schema(const std::string& url,
                             left_out& without,
                             const default_schema_choice& choose = {});

/// Throws tool_usage_error unless all that was asked for was met in one of the databases read.
void check_left_out(const left_out& one, const left_out& other);
void check_left_out(const left_out& one);

/// Throws tool_error where the building of an index failed: no schema says that.
void refuse_not_valid(const model::schema& schema);

// One of each for read_live_schema, in the file of its driver.
live_schema
read_postgresql(const std::string& url, left_out& without, const default_schema_choice& choose);
std::map<std::string, std::string> read_owners(pqxx::transaction_base& work);
live_schema read_sqlite(const std::string& path, left_out& without);

} // namespace strata::codegen
