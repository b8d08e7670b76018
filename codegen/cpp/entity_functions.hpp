// Prints the functions of one table's or view's header.
#pragma once

#include "codegen/cpp/entity.hpp"
#include "codegen/text/text_writer.hpp"

namespace strata::codegen {

/// Whether any key lets an INSERT name it in ON CONFLICT.
bool has_upsert(const entity& of);

void print_functions(text_writer& to, const entity& of);

} // namespace strata::codegen
