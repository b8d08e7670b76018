// Asks the system, not the environment, which anybody can set.
#include "src/runtime/process_names.hpp"

#include <array>
#include <filesystem>

#include <pwd.h>
#include <unistd.h>

namespace strata::detail {

std::string system_user() {
  passwd entry{};
  passwd* found = nullptr;
  std::array<char, 4096> buffer{};
  if (getpwuid_r(geteuid(), &entry, buffer.data(), buffer.size(), &found) == 0 &&
      found != nullptr) {
    return found->pw_name;
  }
  return std::to_string(geteuid());
}

std::string program_name() {
  std::error_code failed;
  const auto path = std::filesystem::read_symlink("/proc/self/exe", failed);
  return failed ? std::string() : path.filename().string();
}

} // namespace strata::detail
