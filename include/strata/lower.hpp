// From the DSL to the model: the only bridge between them. It is compiled once, in the generator's
// library, since a version's unit would spend more time on it than on its schema.
#pragma once

#include <strata/model/version.hpp>
#include <strata/schema/version.hpp>

namespace strata {

/// What one header says: only what it lists, derived tables as changes.
model::version_declaration lower(const detail::version_facts& version);

} // namespace strata
