// The schema that a command line names: of a database, or of a project's generated folder.
#pragma once

#include <strata/model/schema.hpp>

#include <optional>
#include <string>

namespace strata::codegen {

struct given_schema {
  model::schema schema;
  model::dialect on = model::dialect::postgresql;
};

/// A database's URL as for read_live_schema, or the path of a `schema.lock` or of the folder that
/// holds it, whose newest version it is unless `version` says otherwise. Throws tool_usage_error,
/// tool_error.
given_schema read_given_schema(const std::string& source,
                               std::optional<int> version,
                               const std::vector<std::string>& leave_out = {});

} // namespace strata::codegen
