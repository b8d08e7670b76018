// What lies in `generated/`.
#pragma once

#include "codegen/cli/settings.hpp"
#include "codegen/lock/sealing.hpp"

#include <optional>
#include <string>

namespace strata::codegen {

inline constexpr const char* lock_name = "schema.lock";

/// The file's text; none where there is no such file. Throws `io_error` where it cannot be read.
std::optional<std::string> read_file(const std::filesystem::path& path);

/// A file of `generated/` as messages call it.
history_file committed_file(const generator_settings& settings, const std::string& name);

std::optional<std::string> read_committed(const generator_settings& settings,
                                          const std::string& name);

} // namespace strata::codegen
