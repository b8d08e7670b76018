// Accessors are found again by the folder that is theirs and by their first lines; SQL files of a
// draft that was renamed by the lock that still lists them.
#include "codegen/cli/synchronise.hpp"

#include "codegen/cli/committed.hpp"
#include "codegen/cpp/namer.hpp"

#include <fmt/format.h>

#include <unistd.h>

namespace strata::codegen {
namespace {

/// Whether the opening comment says that Strata printed the header.
bool is_ours(const std::string& text) {
  return text.substr(0, text.find("#pragma once")).find("Printed by Strata") != std::string::npos;
}

std::set<std::string> removable(const generator_settings& settings, const generation& made) {
  std::set<std::string> names = made.abandoned;
  const std::string folder = namespace_folder(settings.cpp_namespace) + "/";
  for (const std::string& name : files_below(settings.generated_dir / folder, ".hpp")) {
    if (is_ours(read_committed(settings, folder + name).value_or("")))
      names.insert(folder + name);
  }
  return names;
}

/// Whether files can be made and replaced there: by the nearest folder that exists.
bool is_writable(std::filesystem::path path) {
  do {
    path = path.parent_path();
  } while (!std::filesystem::exists(path) && path.has_relative_path());
  return ::access(path.c_str(), W_OK) == 0;
}

void refuse(const history_file& file, bool is_gone, bool frozen, diagnostics& out) {
  const char* state = is_gone ? "is printed no more" : "is not what the headers print";
  const char* reason = frozen ? "the schema is FROZEN" : "it cannot be written";
  out.add(
      {.code = frozen ? "S409" : "S410",
       .message = fmt::format(
           "{} {}, and {}; build where it can be written, and commit it", file.name, state, reason),
       .help = {},
       .where = {.file = file.path, .line = 1, .column = 1}});
}

} // namespace

folder_changes committed_changes(const generator_settings& settings, const generation& made) {
  return changes_in(settings.generated_dir, made.committed, removable(settings, made));
}

void check_writable(const generator_settings& settings,
                    const folder_changes& changes,
                    diagnostics& out) {
  const auto check = [&](const std::string& name, bool is_gone) {
    if (settings.frozen || !is_writable(settings.generated_dir / name)) {
      refuse(committed_file(settings, name), is_gone, settings.frozen, out);
    }
  };
  for (const generated_file* file : changes.written) {
    check(file->path, false);
  }
  for (const std::string& name : changes.removed) {
    check(name, true);
  }
}

} // namespace strata::codegen
