// The SQL files in `generated/`: how they are called, and how they open.
#pragma once

#include <strata/model/version.hpp>

#include <string>

namespace strata::codegen {

enum class sql_form { up, down, plain };

/// `postgresql/0002_zones.up.sql`, relative to `generated/`.
std::string sql_file_name(const model::version& version, model::dialect on, sql_form form);

/// A body with the comment that opens its file. `header` is `schema/v2.hpp`.
std::string sql_file_text(const model::version& version,
                          model::dialect on,
                          sql_form form,
                          const std::string& header,
                          const std::string& body);

/// Words for a file's name: lower-case letters and digits, `_` between them, 40 at most.
std::string slug(const std::string& title);

} // namespace strata::codegen
