// The copy that is made before the first change.
#include "src/runtime/migration_run.hpp"

#include <fmt/format.h>

#include <array>
#include <ctime>
#include <filesystem>

namespace strata::detail {
namespace {

std::string now_compact() {
  const std::time_t now = std::time(nullptr);
  std::tm utc{};
  gmtime_r(&now, &utc);
  std::array<char, 32> text{};
  const auto length = std::strftime(text.data(), text.size(), "%Y%m%dT%H%M%SZ", &utc);
  return {text.data(), length};
}

} // namespace

void migration_run::write_backup() {
  if (options_.backup_directory.empty() || backed_up_) {
    return;
  }
  namespace fs = std::filesystem;
  std::error_code failed;
  fs::create_directories(options_.backup_directory, failed);
  if (failed) {
    throw migration_error(fmt::format("[R038] the backup directory {} cannot be made: {}; name one "
                                      "that can be written",
                                      options_.backup_directory,
                                      failed.message()),
                          {.code = "R038"});
  }
  const std::string database = fs::path(db().describe()).stem().string();
  const std::string name = fmt::format("before-migrate-{}-{}.{}",
                                       now_compact(),
                                       database,
                                       context().on_postgresql() ? "dump" : "db");
  const std::string file = (fs::path(options_.backup_directory) / name).string();
  db().backup(file);
  backed_up_ = true;
  context().tell({.kind = event_kind::backup_written, .text = file});
}

} // namespace strata::detail
