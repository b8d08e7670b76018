// SHA-256 (FIPS 180-4): what fingerprints are made of, the same on every machine.
#pragma once

#include <string>
#include <string_view>

namespace strata::codegen {

/// The digest of the text's bytes as 64 lower-case hexadecimal digits.
std::string sha256(std::string_view text);

} // namespace strata::codegen
