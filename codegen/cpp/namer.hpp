// C++ spellings of names: the one place that knows keywords.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace strata::codegen {

/// The identifier for an SQL name: characters that C++ lacks become `_`, a leading digit gets one
/// before it, and a keyword or a name that the generated code needs for itself gets one behind it.
std::string cpp_identifier(std::string_view name);

/// Whether the text is an identifier that may be declared: for `.as("…")`.
bool is_cpp_identifier(std::string_view text);

/// `sentinel::db` as its parts.
std::vector<std::string> namespace_parts(std::string_view cpp_namespace);

/// `sentinel::db` as a folder: `sentinel/db`.
std::string namespace_folder(std::string_view cpp_namespace);

/// The symbol that ties accessors to their migrations: `strata_schema_` and 16 digits of the
/// head's fingerprint. Declared in `<namespace>::detail`, as `extern const char`.
std::string fingerprint_symbol(std::string_view fingerprint);

} // namespace strata::codegen
