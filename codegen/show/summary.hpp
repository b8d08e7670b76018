// A schema to read: what there is of each kind, tables with columns, keys and indexes.
#pragma once

#include <strata/model/schema.hpp>

#include <string>

namespace strata::codegen {

/// For a terminal. Names and SQL stand on one line each, names in quotes where SQL wants them.
std::string summary_text(const model::schema& schema, model::dialect on);

/// The same facts for programs: one object of JSON, with a newline.
std::string summary_json(const model::schema& schema, model::dialect on);

} // namespace strata::codegen
