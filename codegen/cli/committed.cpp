// Files are read as bytes: what was sealed is compared as it stands.
#include "codegen/cli/committed.hpp"

#include "codegen/cli/io_error.hpp"

#include <fmt/format.h>

#include <fstream>
#include <iterator>

namespace strata::codegen {

std::optional<std::string> read_file(const std::filesystem::path& path) {
  std::error_code problem;
  if (!std::filesystem::exists(path, problem)) {
    return std::nullopt;
  }
  std::ifstream in(path, std::ios::binary);
  std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  if (!in) {
    throw io_error(fmt::format("{} cannot be read", path.string()));
  }
  return text;
}

history_file committed_file(const generator_settings& settings, const std::string& name) {
  const auto path = settings.generated_dir / name;
  const auto shown = path.lexically_relative(settings.source_dir);
  const bool inside = !shown.empty() && *shown.begin() != "..";
  return {path.string(), inside ? shown.generic_string() : path.string()};
}

std::optional<std::string> read_committed(const generator_settings& settings,
                                          const std::string& name) {
  return read_file(settings.generated_dir / name);
}

} // namespace strata::codegen
