// Graph and picture go through files: a pipe each way could fill up on both ends.
#include "codegen/draw/svg.hpp"

#include <fmt/format.h>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

extern char** environ;

namespace strata::codegen {
namespace {

/// Goes with all that lies in it.
class temporary_folder {
public:
  temporary_folder() {
    std::string pattern =
        (std::filesystem::temp_directory_path() / ("strata-" + std::string(6, 'X'))).string();
    if (::mkdtemp(pattern.data()) == nullptr)
      throw drawing_failed("no temporary folder can be made");
    path_ = pattern;
  }

  temporary_folder(const temporary_folder&) = delete;
  temporary_folder& operator=(const temporary_folder&) = delete;

  ~temporary_folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }

  std::string file(const char* name) const { return (path_ / name).string(); }

private:
  std::filesystem::path path_;
};

/// Runs `program -Tsvg -o picture graph` and returns what waitpid tells; its messages go to a file.
int run(const std::string& program,
        const std::string& graph,
        const std::string& picture,
        const std::string& messages) {
  std::array<std::string, 5> words = {program, "-Tsvg", "-o", picture, graph};
  std::array<char*, 6> arguments = {};
  for (std::size_t at = 0; at < words.size(); ++at)
    arguments[at] = words[at].data();
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_addopen(
      &actions, STDERR_FILENO, messages.c_str(), O_WRONLY | O_CREAT, 0600);
  pid_t child = 0;
  const int problem =
      ::posix_spawnp(&child, program.c_str(), &actions, nullptr, arguments.data(), environ);
  ::posix_spawn_file_actions_destroy(&actions);
  if (problem == ENOENT || problem == EACCES) {
    throw drawing_failed(fmt::format("SVG is drawn by Graphviz, whose program {} is not found; "
                                     "install Graphviz (apt install graphviz), or ask for dot or "
                                     "mermaid",
                                     program));
  }
  int status = -1;
  while (problem == 0 && ::waitpid(child, &status, 0) == -1 && errno == EINTR) {
  }
  return status;
}

std::string text_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

} // namespace

std::string draw_svg(const std::string& graph, const std::string& program) {
  const temporary_folder folder;
  const std::string picture = folder.file("schema.svg");
  const std::string messages = folder.file("messages");
  std::ofstream(folder.file("schema.dot"), std::ios::binary) << graph;
  if (run(program, folder.file("schema.dot"), picture, messages) != 0)
    throw drawing_failed(fmt::format("{} failed: {}", program, text_of(messages)));
  return text_of(picture);
}

} // namespace strata::codegen
