// On a terminal the running step has a line that is overwritten; elsewhere each line is final.
#include "src/cli/progress.hpp"

#include <strata/cli.hpp>

#include <fmt/format.h>

#include <unistd.h>

namespace strata::cli {
namespace {

std::string titled(const migration_event& of) {
  return of.title.empty() ? fmt::format("version {}", of.version)
                          : fmt::format("version {} {}", of.version, of.title);
}

std::string step_name(const migration_event& of) {
  if (of.step == 0) {
    return "  no SQL";
  }
  return fmt::format(
      "  step {} of {} {}", of.step, of.steps, of.phase ? phase_name(*of.phase) : "");
}

} // namespace

std::string duration(std::chrono::milliseconds of) {
  const auto count = of.count();
  if (count < 1000)
    return fmt::format("{} ms", count);
  if (count < 60'000)
    return fmt::format("{:.1f} s", static_cast<double>(count) / 1000);
  return fmt::format("{} min {} s", count / 60'000, count / 1000 % 60);
}

std::string line_for(const migration_event& event) {
  switch (event.kind) {
  case event_kind::waiting_for_lock:
    return "waiting for the lock: " + event.text;
  case event_kind::locked:
  case event_kind::step_begins:
  case event_kind::step_executed:
    return {};
  case event_kind::unlocked:
    return event.text;
  case event_kind::backup_written:
    return "backup written to " + event.text;
  case event_kind::creating:
    return event.version == 1
               ? "the database is empty: it gets version 1"
               : fmt::format("the database is empty: it gets versions 1 to {} at once",
                             event.version);
  case event_kind::version_begins:
    return (event.up ? "" : "taking back ") + titled(event);
  case event_kind::step_repeats:
    return step_name(event) + ": a lock was not granted, once more" +
           (event.text.empty() ? "" : "; " + event.text);
  case event_kind::step_found_done:
    return step_name(event) + ": found done";
  case event_kind::step_done:
    return fmt::format("{}: {}", step_name(event), duration(event.took));
  case event_kind::version_done:
    return {};
  case event_kind::index_waits:
    return "  waiting for another session to build " + event.text;
  case event_kind::index_dropped:
    return "  dropped the invalid index " + event.text;
  case event_kind::reconnected:
    return "connected again";
  }
  return {};
}

progress::progress(std::FILE* to) : to_(to), is_terminal_(isatty(fileno(to)) == 1) {}

void progress::overwrite() {
  if (open_line_) {
    std::fputs("\r\033[K", to_);
    open_line_ = false;
  }
}

void progress::operator()(const migration_event& event) {
  if (event.kind == event_kind::step_begins && is_terminal_) {
    overwrite();
    std::fputs((step_name(event) + " …").c_str(), to_);
    open_line_ = true;
  }
  if (const std::string line = line_for(event); !line.empty()) {
    overwrite();
    std::fputs((line + '\n').c_str(), to_);
  }
  std::fflush(to_);
}

migration_observer log_to(std::FILE* stream) { return progress(stream); }

} // namespace strata::cli
