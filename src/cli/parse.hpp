// Reads the command line.
#pragma once

#include "src/cli/arguments.hpp"

#include <strata/cli.hpp>

#include <variant>

namespace strata::cli {

/// The arguments, or the exit code with which the program ends: help was asked for and printed, or
/// the usage was wrong and is told.
std::variant<arguments, int> parse(int argc, const char* const* argv, const settings& chosen);

} // namespace strata::cli
