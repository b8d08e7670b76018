// A text goes to a temporary beside its file, which then takes the file's place.
#include "codegen/cli/output.hpp"

#include "codegen/cli/committed.hpp"
#include "codegen/cli/io_error.hpp"

#include <fmt/format.h>

#include <unistd.h>

#include <fstream>

namespace strata::codegen {
namespace {

void write(const std::filesystem::path& path, const std::string& text) {
  std::error_code problem;
  std::filesystem::create_directories(path.parent_path(), problem);
  const auto temporary = path.string() + fmt::format(".{}.tmp", ::getpid());
  std::ofstream out(temporary, std::ios::binary);
  out << text;
  out.close();
  if (out) {
    std::filesystem::rename(temporary, path, problem);
  }
  if (!out || problem) {
    std::filesystem::remove(temporary, problem);
    throw io_error(fmt::format("{} cannot be written", path.string()));
  }
}

} // namespace

folder_changes changes_in(const std::filesystem::path& folder,
                          const std::vector<generated_file>& files,
                          const std::set<std::string>& removable) {
  folder_changes changes;
  std::set<std::string> surplus = removable;
  for (const generated_file& file : files) {
    surplus.erase(file.path);
    if (read_file(folder / file.path) != file.text) {
      changes.written.push_back(&file);
    }
  }
  for (const std::string& name : surplus) {
    if (std::filesystem::exists(folder / name)) {
      changes.removed.push_back(name);
    }
  }
  return changes;
}

std::set<std::string> files_below(const std::filesystem::path& folder, const std::string& ending) {
  std::set<std::string> names;
  std::error_code problem;
  for (std::filesystem::recursive_directory_iterator at(folder, problem), end; at != end;
       at.increment(problem)) {
    const std::string name = at->path().lexically_relative(folder).generic_string();
    if (at->is_regular_file(problem) && name.ends_with(ending)) {
      names.insert(name);
    }
  }
  return names;
}

void apply(const std::filesystem::path& folder, const folder_changes& changes) {
  for (const generated_file* file : changes.written) {
    write(folder / file->path, file->text);
  }
  for (const std::string& name : changes.removed) {
    std::error_code problem;
    std::filesystem::remove(folder / name, problem);
    if (problem) {
      throw io_error(fmt::format("{} cannot be removed", (folder / name).string()));
    }
  }
}

void write_if_changed(const std::filesystem::path& path, const std::string& text) {
  if (read_file(path) != text) {
    write(path, text);
  }
}

} // namespace strata::codegen
