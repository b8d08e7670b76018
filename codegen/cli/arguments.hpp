// The generator's command line.
#pragma once

#include "codegen/cli/settings.hpp"

#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace strata::codegen {

enum class command { help, generate, seal, check, show, restate, diff, erd, bump };

struct arguments {
  codegen::command command = codegen::command::help;
  generator_settings settings;
  std::optional<int> version;    ///< Of `show`, `erd` and `restate`.
  std::optional<int> from;       ///< Of `diff`; 0: an empty database.
  std::optional<int> to;         ///< Of `diff`; absent: the newest version.
  bool fast = false;             ///< `diff` in its plain form.
  std::string format;            ///< Of `show`, `erd` and `diff`; empty: the usual one.
  std::string title;             ///< Of `bump`.
  std::filesystem::path file;    ///< Of `erd`; empty: standard output.
  std::filesystem::path output;  ///< The build tree's folder; `generate` only.
  std::filesystem::path depfile; ///< Empty: none.
  std::vector<std::filesystem::path> outputs; ///< Of the build's rule, for the depfile.
};

/// What was written on the command line cannot be understood.
class usage_error : public std::runtime_error {
public:
  using std::runtime_error::runtime_error;
};

/// The command and its options; of an option given twice the last counts, so that `defaults`, which
/// come first, can be overridden. Throws `usage_error`.
arguments parse_arguments(const std::vector<std::string>& defaults,
                          const std::vector<std::string>& given);

std::string usage(const std::string& program);

} // namespace strata::codegen
