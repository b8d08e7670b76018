// What the bodies of functions use, which PostgreSQL looks up as it creates them but records not.
#pragma once

#include <strata/model/schema.hpp>

namespace strata::codegen {

/// Adds to `depends_on` of functions in SQL the tables, views and functions that their bodies name.
void add_needs_of_bodies(model::schema& schema);

} // namespace strata::codegen
