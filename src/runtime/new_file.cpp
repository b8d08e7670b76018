// A partial file is locked with flock as long as its process lives, so that the next one knows
// whether it is left over.
#include "src/runtime/new_file.hpp"

#include <strata/runtime/error.hpp>

#include <fmt/format.h>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>

namespace strata::detail {
namespace {

std::string reason(int number) { return std::generic_category().message(number); }

/// Whether the name still leads to the file that is open: between making and locking it another
/// process may have removed it.
bool is_linked(int file) {
  struct stat facts {};

  return fstat(file, &facts) == 0 && facts.st_nlink > 0;
}

int make_locked(const std::string& path) {
  for (;;) {
    const int file = open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0) {
      return -1;
    }
    if (flock(file, LOCK_EX | LOCK_NB) == 0 && is_linked(file)) {
      return file;
    }
    close(file);
  }
}

/// False where a file of that name exists. A hard link never replaces one; where the file system
/// has none, the name is taken first.
bool give_name(const std::string& from, const std::string& to) {
  if (link(from.c_str(), to.c_str()) == 0) {
    unlink(from.c_str());
    return true;
  }
  if (errno == EEXIST) {
    return false;
  }
  const int taken = open(to.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (taken < 0) {
    return false;
  }
  close(taken);
  return rename(from.c_str(), to.c_str()) == 0;
}

bool synchronise(const std::string& path) {
  const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) {
    return false;
  }
  const bool done = fsync(file) == 0 || errno == EINVAL; // Some file systems know no such thing.
  const int failed = errno;
  close(file);
  errno = failed;
  return done;
}

} // namespace

new_file::new_file(std::string path) : path_(std::move(path)), partial_(path_ + partial_suffix) {
  locked_ = make_locked(partial_);
  if (locked_ < 0) {
    refuse(reason(errno));
  }
}

new_file::~new_file() {
  if (locked_ >= 0) {
    unlink(partial_.c_str());
    close(locked_);
  }
}

void new_file::refuse(const std::string& why) const {
  throw error(fmt::format("[R005] the backup {} cannot be written: {}", path_, why),
              {.code = "R005"});
}

void new_file::publish() {
  if (!synchronise(partial_)) {
    refuse(reason(errno));
  }
  if (!give_name(partial_, path_)) {
    refuse(reason(errno));
  }
  close(locked_);
  locked_ = -1;
  synchronise(std::filesystem::absolute(path_).parent_path().string());
}

void remove_stale_partials(const std::string& folder, const std::string& prefix) {
  std::error_code failed;
  for (const auto& each : std::filesystem::directory_iterator(folder, failed)) {
    const std::string name = each.path().filename().string();
    if (!name.starts_with(prefix) || !name.ends_with(partial_suffix)) {
      continue;
    }
    const int file = open(each.path().c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW);
    if (file < 0) {
      continue;
    }
    if (flock(file, LOCK_EX | LOCK_NB) == 0) {
      unlink(each.path().c_str());
    }
    close(file);
  }
}

} // namespace strata::detail
