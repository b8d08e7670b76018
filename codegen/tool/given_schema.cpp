// What does not begin as a database's URL is a path.
#include "codegen/tool/given_schema.hpp"

#include "codegen/cli/committed.hpp"
#include "codegen/cli/io_error.hpp"
#include "codegen/lock/lock_file.hpp"
#include "codegen/tool/live_schema.hpp"
#include "codegen/tool/tool_error.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <string_view>
#include <utility>

namespace strata::codegen {
namespace {

lock read_lock_file(const std::filesystem::path& path) {
  try {
    const std::optional<std::string> text = read_file(path);
    if (!text)
      throw tool_error(fmt::format("{} does not exist", path.string()));
    return parse_lock(*text);
  } catch (const io_error& problem) {
    throw tool_error(problem.what());
  } catch (const unreadable& problem) {
    throw tool_error(
        fmt::format("{} is no lock that can be read: {}", path.string(), problem.what()));
  }
}

bool is_sqlite_file(const std::string& path) {
  constexpr std::string_view magic = "SQLite format 3";
  std::string begin(magic.size(), '\0');
  std::ifstream(path, std::ios::binary)
      .read(begin.data(), static_cast<std::streamsize>(begin.size()));
  return begin == magic;
}

given_schema read_version(const std::filesystem::path& path, std::optional<int> version) {
  const lock read = read_lock_file(path);
  if (read.versions.empty())
    throw tool_error(fmt::format("{} holds no version", path.string()));
  const locked_version* found = version ? read.find(*version) : &read.versions.back();
  if (found == nullptr)
    throw tool_usage_error(fmt::format("{} holds no version {}", path.string(), *version));
  return {model_of(found->text).schema, model::dialect::postgresql};
}

} // namespace

given_schema read_given_schema(const std::string& source,
                               std::optional<int> version,
                               const std::vector<std::string>& leave_out) {
  left_out without(leave_out);
  if (is_database_url(source)) {
    if (version)
      throw tool_usage_error("a database has no --version; a project's generated folder does");
    live_schema read = read_live_schema(source, without);
    check_left_out(without);
    return {std::move(read.schema), read.on.dialect};
  }
  check_left_out(without);
  std::error_code problem;
  if (std::filesystem::is_directory(source, problem))
    return read_version(std::filesystem::path(source) / lock_name, version);
  if (is_sqlite_file(source))
    throw tool_usage_error(fmt::format("{0} is a SQLite database; write sqlite:{0}", source));
  if (std::filesystem::is_regular_file(source, problem))
    return read_version(source, version);
  throw tool_usage_error("a schema is named by postgresql://…, sqlite:PATH, or the path of a "
                         "project's generated folder");
}

} // namespace strata::codegen
