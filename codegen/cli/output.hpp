// Files on disk: written only if changed, each whole or not at all.
#pragma once

#include "codegen/text/generated_file.hpp"

#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace strata::codegen {

/// What would have to change below a folder for it to hold the files.
struct folder_changes {
  std::vector<const generated_file*> written; ///< New, or with another text.
  std::vector<std::string> removed;           ///< Relative to the folder.

  bool empty() const { return written.empty() && removed.empty(); }
};

/// Compares. `removable` are names that are to go unless they are among the files.
folder_changes changes_in(const std::filesystem::path& folder,
                          const std::vector<generated_file>& files,
                          const std::set<std::string>& removable);

/// Every file below the folder that has the ending, relative to it.
std::set<std::string> files_below(const std::filesystem::path& folder, const std::string& ending);

/// Carries the changes out. Throws `io_error`.
void apply(const std::filesystem::path& folder, const folder_changes& changes);

/// Writes one file, if its text is another. Throws `io_error`.
void write_if_changed(const std::filesystem::path& path, const std::string& text);

} // namespace strata::codegen
