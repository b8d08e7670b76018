// Nobody's file is written over, and CMakeLists.txt is its author's: the line is said, not written.
#include "codegen/cli/bump.hpp"

#include "codegen/cli/committed.hpp"
#include "codegen/cli/io_error.hpp"
#include "codegen/text/cpp_literal.hpp"

#include <fmt/format.h>

#include <cctype>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <vector>

namespace strata::codegen {
namespace {

/// The header's own file: below the project where it is there, else where the compiler found it.
/// Not that alone: a compiler's cache may tell of another copy of the project.
std::filesystem::path path_of(const generator_settings& settings, const version_record& head) {
  const std::filesystem::path usual = settings.source_dir / head.header;
  const std::filesystem::path declared = head.version.where.file;
  std::error_code problem;
  const bool is_known = declared.is_absolute() && declared.filename() == usual.filename();
  return is_known && !std::filesystem::exists(usual, problem) ? declared : usual;
}

void write_new(const std::filesystem::path& path, const std::string& text) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "wbx"),
                                                             &std::fclose);
  if (!file && errno == EEXIST)
    throw io_error(fmt::format("{} is there already; it stays as it is", path.string()));
  if (!file || std::fwrite(text.data(), 1, text.size(), file.get()) != text.size() ||
      std::fflush(file.get()) != 0)
    throw io_error(fmt::format("{} cannot be written: {}", path.string(), std::strerror(errno)));
}

/// The version's declaration, broken where clang-format would break it.
std::string version_line(const std::vector<std::string>& arguments) {
  constexpr std::size_t width = 100;
  const std::string begin = "inline constexpr auto version =";
  const std::string call = fmt::format("schema_version({});", fmt::join(arguments, ", "));
  if (begin.size() + 1 + call.size() <= width)
    return begin + " " + call;
  if (4 + call.size() <= width)
    return begin + "\n    " + call;
  return fmt::format("{} schema_version(\n    {});", begin, fmt::join(arguments, ", "));
}

std::string shown(const std::filesystem::path& path, const std::filesystem::path& base) {
  const auto relative = path.lexically_relative(base);
  const bool is_inside = !relative.empty() && *relative.begin() != "..";
  return is_inside ? relative.generic_string() : path.generic_string();
}

} // namespace

std::string next_header(const model::version& before,
                        std::string_view schema_namespace,
                        const std::string& title) {
  const int number = before.number + 1;
  std::vector<std::string> arguments = {std::to_string(number)};
  if (!title.empty())
    arguments.push_back(string_literal(title));
  arguments.push_back(fmt::format("since(v{}::version)", before.number));
  return fmt::format("// What version {0} changes.\n"
                     "#pragma once\n"
                     "\n"
                     "#include \"v{1}.hpp\"\n"
                     "\n"
                     "namespace {2}::v{0} {{\n"
                     "using namespace strata::dsl;\n"
                     "\n"
                     "{3}\n"
                     "\n"
                     "}} // namespace {2}::v{0}\n",
                     number,
                     before.number,
                     schema_namespace,
                     version_line(arguments));
}

listed_line line_after(const std::string& list_file, int version, int next) {
  const std::string name = fmt::format("v{}.hpp", version);
  listed_line found;
  int number = 0;
  for (std::size_t begin = 0; begin < list_file.size();) {
    const std::size_t end = std::min(list_file.find('\n', begin), list_file.size());
    const std::string line = list_file.substr(begin, end - begin);
    const std::size_t at = line.find(name);
    ++number;
    begin = end + 1;
    const bool is_word = at == 0 || (at != std::string::npos &&
                                     std::isalnum(static_cast<unsigned char>(line[at - 1])) == 0);
    if (!is_word || line.find('#') < at)
      continue;
    const std::size_t word = line.find_last_of(" \t(", at) + 1;
    const std::size_t word_end = std::min(line.find_first_of(" \t)", at), line.size());
    found = {number, line.substr(word, word_end - word)};
    found.next.replace(at - word, name.size(), fmt::format("v{}.hpp", next));
  }
  return found;
}

std::string
bump(const generator_settings& settings, const version_record& head, const std::string& title) {
  const int next = head.version.number + 1;
  const std::filesystem::path path =
      path_of(settings, head).parent_path() / fmt::format("v{}.hpp", next);
  const std::string list_file =
      settings.list_file.empty() ? "" : read_file(settings.list_file).value_or("");
  const listed_line line = line_after(list_file, head.version.number, next);
  write_new(path, next_header(head.version, settings.schema_namespace, title));
  const std::string file = shown(path, settings.source_dir);
  if (line.number == 0) {
    return fmt::format("{0} is written; list it in VERSIONS of strata_add_schema({1} …), after "
                       "version {2}'s\n",
                       file,
                       settings.name,
                       head.version.number);
  }
  return fmt::format("{} is written; add it to VERSIONS, after {}:{}\n    {}\n",
                     file,
                     shown(settings.list_file, settings.source_dir),
                     line.number,
                     line.next);
}

} // namespace strata::codegen
