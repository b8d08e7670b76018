// Which of the functions of one name is meant: by the types of its arguments.
#pragma once

#include <string>
#include <string_view>

namespace strata::codegen {

/// Whether a function with these parameters, as the server prints them, takes the arguments that
/// were given: `integer, text` or `x integer, y text`. What OUT parameters give back is not said.
bool takes_arguments(std::string_view parameters, std::string_view given);

} // namespace strata::codegen
