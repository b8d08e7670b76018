// The declarations that SQLite keeps in sqlite_schema, read into the model.
#pragma once

#include <strata/model/schema.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace strata::codegen {

inline model::sql_text only_sqlite(std::string text) { return {{}, std::move(text)}; }

/// CREATE TABLE …. Targets of foreign keys are as written. What the model cannot say is added to
/// `unsupported`.
model::table read_sqlite_table(std::string_view sql, std::vector<std::string>& unsupported);

/// CREATE INDEX … of `table`.
model::index read_sqlite_index(std::string_view sql, const model::table& table);

/// CREATE VIEW ….
model::view read_sqlite_view(std::string_view sql);

/// CREATE TRIGGER ….
model::trigger read_sqlite_trigger(std::string_view sql);

} // namespace strata::codegen
