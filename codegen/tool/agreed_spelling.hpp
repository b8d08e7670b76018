// What the server prints in two ways is no difference between two databases.
#pragma once

#include <strata/model/schema.hpp>

namespace strata::codegen {

/// Of PostgreSQL. SQL that means the same by its plain_spelling is spelled alike in both schemas,
/// as the server printed it for one of them.
void agree_on_spelling(model::schema& from, model::schema& to);

} // namespace strata::codegen
