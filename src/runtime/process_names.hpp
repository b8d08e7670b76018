// Who and which program runs, for the history table.
#pragma once

#include <string>

namespace strata::detail {

/// The operating system's name for the user; its number where it has no name.
std::string system_user();

/// The running program's file name.
std::string program_name();

} // namespace strata::detail
