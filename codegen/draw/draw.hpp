// A schema's diagram in any of the notations, as the command lines name them.
#pragma once

#include <strata/model/schema.hpp>

#include <array>
#include <string>
#include <string_view>

namespace strata::codegen {

inline constexpr std::array<std::string_view, 3> diagram_formats = {"mermaid", "dot", "svg"};

/// The text of the picture; `format` is one of diagram_formats. Throws drawing_failed.
std::string draw(const model::schema& schema, model::dialect on, std::string_view format);

} // namespace strata::codegen
