// Runs `pg_dump`, and `pg_restore` on what it wrote.
#include "src/postgresql/backup.hpp"

#include "src/postgresql/url.hpp"
#include "src/runtime/new_file.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <optional>
#include <string_view>
#include <vector>

namespace strata::postgresql {
namespace {

std::vector<std::string> environment_with(const std::string& password) {
  std::vector<std::string> variables;
  for (char** each = environ; each && *each; ++each) {
    const std::string_view variable = *each;
    if (!password.empty() && variable.starts_with("PGPASSWORD="))
      continue;
    variables.emplace_back(variable);
  }
  if (!password.empty())
    variables.push_back("PGPASSWORD=" + password);
  return variables;
}

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  for (std::string& text : texts)
    pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

/// How a program ended. A status that nobody has told is no success.
struct ending {
  std::optional<int> status;
  std::string errors;
};

/// The shell's last line of standard error. The application may ignore SIGCHLD, or wait for any
/// child in another thread; then the system forgets how ours ended, but the shell still tells.
constexpr std::string_view status_mark = "strata-status=";

ending parsed(std::string output) {
  const auto at = output.rfind(status_mark);
  if (at == std::string::npos)
    return {std::nullopt, std::move(output)};
  const std::string status = output.substr(at + status_mark.size());
  output.erase(at);
  if (status.empty() || status.find_first_not_of("0123456789\n") != std::string::npos)
    return {std::nullopt, std::move(output)};
  return {std::stoi(status), std::move(output)};
}

std::string all_of(int end) {
  std::string text;
  std::array<char, 512> buffer{};
  for (;;) {
    const ssize_t got = read(end, buffer.data(), buffer.size());
    if (got > 0)
      text.append(buffer.data(), static_cast<std::size_t>(got));
    else if (got == 0 || errno != EINTR)
      return text;
  }
}

/// Runs the program to its end.
ending run(const std::vector<std::string>& command, const std::string& password) {
  std::vector<std::string> arguments{"sh",
                                     "-c",
                                     "\"$@\" >/dev/null </dev/null; printf '%s' \"" +
                                         std::string(status_mark) + "$?\" >&2",
                                     "sh"};
  arguments.insert(arguments.end(), command.begin(), command.end());
  std::vector<std::string> variables = environment_with(password);
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0)
    return {};
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDERR_FILENO);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t usual;
  sigemptyset(&usual);
  posix_spawnattr_setsigmask(&attributes, &usual);
  for (const int each : {SIGCHLD, SIGINT, SIGQUIT, SIGTERM, SIGPIPE})
    sigaddset(&usual, each);
  posix_spawnattr_setsigdefault(&attributes, &usual);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
  const auto argv = pointers_to(arguments);
  const auto envp = pointers_to(variables);
  pid_t child = 0;
  const int failed =
      posix_spawn(&child, "/bin/sh", &actions, &attributes, argv.data(), envp.data());
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  close(ends[1]);
  std::string output = all_of(ends[0]);
  close(ends[0]);
  if (failed != 0)
    return {};
  while (waitpid(child, nullptr, 0) < 0 && errno == EINTR) {
  }
  return parsed(std::move(output));
}

void require(const detail::new_file& made,
             const std::vector<std::string>& command,
             const std::string& password,
             const std::string& what) {
  const ending end = run(command, password);
  if (end.status == 0)
    return;
  if (end.status == 127) {
    made.refuse(command.front() +
                " cannot be started; install PostgreSQL's client programs, and name their folder "
                "in PATH");
  }
  made.refuse(what +
              (end.errors.empty() ? std::string(" ended without a word") : ": " + end.errors));
}

} // namespace

void dump(const std::string& url, const std::string& file) {
  const connection_url parts = split_password(url);
  detail::new_file made(file);
  require(made,
          {"pg_dump",
           "--format=custom",
           "--no-password",
           "--file=" + made.partial(),
           "--dbname=" + parts.url},
          parts.password,
          "pg_dump failed");
  // The list is at the file's beginning; the script takes all of it, whose end may be missing.
  require(made, {"pg_restore", "--list", made.partial()}, {}, "it cannot be read back");
  require(
      made, {"pg_restore", "--file=/dev/null", made.partial()}, {}, "it cannot be read back whole");
  made.publish();
}

} // namespace strata::postgresql
