// A schema's comment as a C++ one.
#pragma once

#include "codegen/text/text_writer.hpp"

#include <string_view>

namespace strata::codegen {

/// `/// …`, a line for each of the comment's; nothing for an empty one.
void print_comment(text_writer& to, std::string_view comment);

} // namespace strata::codegen
