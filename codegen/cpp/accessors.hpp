// The headers with which a program reads and writes the head's tables and views.
#pragma once

#include "codegen/text/diagnostics.hpp"
#include "codegen/text/generated_file.hpp"

#include <strata/model/version.hpp>

#include <string_view>
#include <vector>

namespace strata::codegen {

/// One header for each table and each view with declared columns, in the namespace's folder
/// (`sentinel/db/cameras.hpp`), with `enumerations.hpp`, `fingerprint.hpp` and `hana.hpp`; beside
/// the folder the umbrella (`sentinel/db.hpp`). `head` is as declared, before any lowering. Adds
/// a finding for each pair of names that become one C++ identifier.
std::vector<generated_file> print_accessors(const model::version& head,
                                            std::string_view cpp_namespace,
                                            std::string_view fingerprint,
                                            diagnostics& out);

} // namespace strata::codegen
