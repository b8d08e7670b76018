// Shows what the migrator tells: a line a step, alive on a terminal.
#pragma once

#include <strata/runtime/migration_event.hpp>

#include <cstdio>
#include <string>

namespace strata::cli {

/// The line for an event; empty where nothing is to be shown.
std::string line_for(const migration_event& event);

/// `350 ms`, `12.4 s`, `3 min 20 s`.
std::string duration(std::chrono::milliseconds of);

class progress {
public:
  explicit progress(std::FILE* to);

  void operator()(const migration_event& event);

private:
  void overwrite();

  std::FILE* to_;
  bool is_terminal_;
  bool open_line_ = false; ///< A terminal's line of a step that is running.
};

} // namespace strata::cli
