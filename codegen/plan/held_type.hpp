// Types that no ALTER reaches while a column holds them.
#pragma once

#include "codegen/diff/operation.hpp"

#include <strata/model/schema.hpp>

namespace strata::codegen {

/// How a type holds another: the server proves a domain's new constraint on columns of the domain
/// alone.
enum class hold { none, plain, within };

hold hold_of(const model::schema& in,
             const model::data_type& type,
             const model::qualified_name& held,
             int depth = 0);

/// Whether values may break what the domain becomes.
bool tightens(const model::domain& before, const model::domain& after);

/// Whether an attribute of a composite type becomes of another type.
bool changes_an_attribute(const alter_object& altered);

} // namespace strata::codegen
