// The history, for a developer's terminal.
#pragma once

#include "codegen/cli/generation.hpp"

#include <string>

namespace strata::codegen {

/// A line a version: its number, whether it is sealed, the oldest compatible version, its
/// fingerprint's first digits and its title.
std::string list_versions(const versions_read& read);

/// What there is in a version: `text`, `json`, or `cpp`, the whole schema as a header.
std::string print_version(const generator_settings& settings,
                          const version_record& version,
                          const std::string& format);

const version_record* find_version(const versions_read& read, int number);

} // namespace strata::codegen
