// Tables, whole and derived, to the model.
#pragma once

#include "codegen/lower/text.hpp"

#include <strata/schema/table_facts.hpp>

namespace strata::detail {

model::declared_object lower_table(const table_facts& table);

} // namespace strata::detail
