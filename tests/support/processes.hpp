// Child processes that migrate, and are killed while they do.
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace strata::testing {

/// How a child ended.
struct ending {
  bool killed = false;
  int code = 0;
};

/// Runs `work` in a forked child; its result is the child's exit code, 99 when it throws. No
/// session may be open in the parent that the child would use.
ending in_child(const std::function<int()>& work);

/// Another program, in a child: its end; its output is thrown away.
std::vector<ending> run_together(int count, const std::vector<std::string>& command);

/// As many children at once; they begin together.
std::vector<ending> in_children(int count, const std::function<int()>& work);

/// Ends the calling process as `kill -9` does.
[[noreturn]] void kill_myself();

} // namespace strata::testing
