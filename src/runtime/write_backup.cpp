// The copy that is made before the first change.
#include "src/runtime/migration_run.hpp"
#include "src/runtime/new_file.hpp"
#include "src/runtime/step_transaction.hpp"
#include "src/runtime/working_session.hpp"

#include <fmt/format.h>

#include <array>
#include <cctype>
#include <ctime>
#include <filesystem>
#include <random>

namespace strata::detail {
namespace {

constexpr const char* backup_prefix = "before-migrate-";

std::string now_compact() {
  const std::time_t now = std::time(nullptr);
  std::tm utc{};
  gmtime_r(&now, &utc);
  std::array<char, 32> text{};
  const auto length = std::strftime(text.data(), text.size(), "%Y%m%dT%H%M%SZ", &utc);
  return {text.data(), length};
}

/// A database may bear a name that no file can.
std::string as_file_name(std::string name) {
  for (char& each : name) {
    if (std::isalnum(static_cast<unsigned char>(each)) == 0 && each != '-' && each != '.') {
      each = '_';
    }
  }
  return name;
}

/// Two databases may bear one name, and two runs begin in one second.
std::string told_apart() {
  std::random_device source;
  return fmt::format("{:08x}", static_cast<std::uint32_t>(source()));
}

} // namespace

/// Under the lock that migrating takes, and of the state that is read under it: a run that was
/// slower than another must not keep what that one has made as the original.
void migration_run::write_backup(const assignment& what) {
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
  const bool on_postgresql = context().on_postgresql();
  const std::string database = db().describe();
  std::optional<step_transaction> held;
  if (!on_postgresql && database != ":memory:") {
    held.emplace(working_->context);
  }
  read_again(what);
  if (!what.next(state_)) {
    return;
  }
  remove_stale_partials(options_.backup_directory, backup_prefix);
  const std::string begun =
      state_.begun ? fmt::format("-and-{}", state_.begun->steps_done) : std::string();
  const std::string name =
      fmt::format("{}{}-{}-v{}{}-{}.{}",
                  backup_prefix,
                  now_compact(),
                  as_file_name(on_postgresql ? database : fs::path(database).stem().string()),
                  state_.version,
                  begun, // Steps of the next version.
                  told_apart(),
                  on_postgresql ? "dump" : "db");
  const std::string file = (fs::path(options_.backup_directory) / name).string();
  db().backup(file);
  backed_up_ = true;
  context().tell({.kind = event_kind::backup_written, .text = file});
}

} // namespace strata::detail
