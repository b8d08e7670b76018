// C++ spellings of texts: the one place that knows escapes.
#pragma once

#include <string>
#include <string_view>

namespace strata::codegen {

/// The text as a C++ string literal on one line: `"a\"b"`.
std::string string_literal(std::string_view text);

/// The text as a raw string literal, with a delimiter that it does not contain; on one line with
/// escapes where no raw literal can hold it.
std::string raw_string_literal(std::string_view text);

} // namespace strata::codegen
