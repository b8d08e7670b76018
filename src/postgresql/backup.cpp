// Runs `pg_dump` and waits for it.
#include "src/postgresql/backup.hpp"

#include "src/postgresql/url.hpp"

#include <strata/runtime/error.hpp>

#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <vector>

namespace strata::postgresql {
namespace {

[[noreturn]] void refuse(const std::string& file, const std::string& why) {
  throw connection_error(fmt::format("the backup {} cannot be written: {}", file, why),
                         {.code = "R005"});
}

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

/// Runs the program to its end; its standard error goes into `errors`.
int run(std::vector<std::string> arguments,
        std::vector<std::string> variables,
        std::string& errors) {
  std::array<int, 2> ends{};
  if (pipe(ends.data()) != 0)
    return -1;
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDERR_FILENO);
  posix_spawn_file_actions_addclose(&actions, ends[0]);
  const auto argv = pointers_to(arguments);
  const auto envp = pointers_to(variables);
  pid_t child = 0;
  const int failed = posix_spawnp(&child, argv[0], &actions, nullptr, argv.data(), envp.data());
  posix_spawn_file_actions_destroy(&actions);
  close(ends[1]);
  std::array<char, 512> buffer{};
  for (ssize_t got = 0; (got = read(ends[0], buffer.data(), buffer.size())) > 0;) {
    errors.append(buffer.data(), static_cast<std::size_t>(got));
  }
  close(ends[0]);
  if (failed != 0)
    return -1;
  int status = 0;
  waitpid(child, &status, 0);
  return status;
}

} // namespace

void dump(const std::string& url, const std::string& file) {
  const connection_url parts = split_password(url);
  const std::string partial = file + ".partial";
  std::string errors;
  const int status = run(
      {"pg_dump", "--format=custom", "--no-password", "--file=" + partial, "--dbname=" + parts.url},
      environment_with(parts.password),
      errors);
  if (status == -1)
    refuse(file, "pg_dump cannot be started; install PostgreSQL's client programs");
  std::error_code failed;
  if (status != 0) {
    std::filesystem::remove(partial, failed);
    refuse(file, errors.empty() ? "pg_dump failed" : errors);
  }
  std::filesystem::rename(partial, file, failed);
  if (failed)
    refuse(file, failed.message());
}

} // namespace strata::postgresql
