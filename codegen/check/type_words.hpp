// Types in messages.
#pragma once

#include <strata/model/type.hpp>

#include <string>

namespace strata::codegen {

/// The type as SQL spells it: `varchar(100)`, `numeric(10,2)[]`.
std::string sql_spelling(const model::data_type& type);

} // namespace strata::codegen
