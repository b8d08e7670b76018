// Keeps printed lines within a width that reads well beside a diff.
#pragma once

#include "codegen/text/text_writer.hpp"

#include <string>
#include <vector>

namespace strata::codegen {

inline constexpr std::size_t line_width = 100;

/// Lines of as many pieces as fit; those after the first are `hang` columns deeper. A piece has its
/// own space at its end. `indentation` is what the writer puts before each line.
void print_pieces(text_writer& to,
                  std::size_t indentation,
                  const std::vector<std::string>& pieces,
                  std::size_t hang = 4);

/// `inline <result> <name>(<parameters>) {`, broken as a formatter would: a parameter a line.
void print_signature(text_writer& to,
                     const std::string& result,
                     const std::string& name,
                     const std::vector<std::string>& parameters);

} // namespace strata::codegen
