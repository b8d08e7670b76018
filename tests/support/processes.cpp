// fork, a pipe that starts all children together, waitpid.
#include "tests/support/processes.hpp"

#include <array>
#include <csignal>
#include <cstdio>
#include <exception>
#include <stdexcept>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace strata::testing {
namespace {

[[noreturn]] void become_child(const std::function<int()>& work, int start) {
  std::array<char, 1> ignored{};
  if (read(start, ignored.data(), 1) < 0) {
    _exit(98);
  }
  int code = 99;
  try {
    code = work();
  } catch (const std::exception& failed) {
    std::fprintf(stderr, "child: %s\n", failed.what());
  }
  std::fflush(nullptr);
  _exit(code);
}

ending wait_for(pid_t child) {
  int status = 0;
  if (waitpid(child, &status, 0) != child) {
    throw std::runtime_error("waitpid failed");
  }
  return {.killed = WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL,
          .code = WIFEXITED(status) ? WEXITSTATUS(status) : -1};
}

} // namespace

std::vector<ending> in_children(int count, const std::function<int()>& work) {
  std::array<int, 2> start{};
  if (pipe(start.data()) != 0) {
    throw std::runtime_error("pipe failed");
  }
  std::fflush(nullptr);
  std::vector<pid_t> children;
  for (int i = 0; i < count; ++i) {
    const pid_t child = fork();
    if (child == 0) {
      close(start[1]);
      become_child(work, start[0]);
    }
    children.push_back(child);
  }
  close(start[0]);
  close(start[1]); // All children read the end of the pipe now, and begin.
  std::vector<ending> endings;
  for (const pid_t child : children) {
    endings.push_back(wait_for(child));
  }
  return endings;
}

ending in_child(const std::function<int()>& work) { return in_children(1, work).front(); }

std::vector<ending> run_together(int count, const std::vector<std::string>& command) {
  return in_children(count, [&] {
    std::vector<char*> arguments;
    for (const std::string& each : command) {
      arguments.push_back(const_cast<char*>(each.c_str()));
    }
    arguments.push_back(nullptr);
    const int nowhere = open("/dev/null", O_WRONLY);
    dup2(nowhere, STDOUT_FILENO);
    execv(arguments.front(), arguments.data());
    return 127;
  });
}

void kill_myself() {
  kill(getpid(), SIGKILL);
  for (;;) {
    pause();
  }
}

} // namespace strata::testing
