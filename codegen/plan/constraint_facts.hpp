// What plans ask of any constraint.
#pragma once

#include "codegen/diff/operation.hpp"

#include <string>
#include <vector>

namespace strata::codegen {

const std::string& name_of(const constraint& of);
const model::place& place_of(const constraint& of);
const std::string& comment_of(const constraint& of);

/// The columns that it names; of a check, none: it mentions them.
std::vector<std::string> columns_of(const constraint& of);

/// Its expressions for a database.
std::vector<std::string> texts_of(const constraint& of, model::dialect on);

} // namespace strata::codegen
