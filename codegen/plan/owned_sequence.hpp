// What a serial column is made of: a sequence that it owns, and a default that draws from it.
#pragma once

#include <strata/model/schema.hpp>

namespace strata::codegen {

bool is_serial(const model::column& column);

/// The sequence behind an identity or a serial column.
model::sequence sequence_of(const model::qualified_name& table, const model::column& column);

/// A serial column as SQL has it: with the default in place of the word. Others stay as they are.
model::column with_default(const model::qualified_name& table, const model::column& column);

/// The serial column that owns a sequence of this name; null: none.
const model::column* serial_owner(const model::schema& schema, const model::qualified_name& name);

} // namespace strata::codegen
