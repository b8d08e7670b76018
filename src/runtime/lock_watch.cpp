// Once a lock was refused the server no longer knows who had it, so that it is asked before.
#include "src/runtime/lock_watch.hpp"

#include "src/runtime/blockers.hpp"

#include <strata/runtime/error.hpp>

#include <chrono>
#include <system_error>

namespace strata::detail {
namespace {

constexpr std::chrono::milliseconds first_look{200};
constexpr std::chrono::milliseconds between_looks{100};

} // namespace

lock_watch::lock_watch(const std::string& url, std::int64_t pid) {
  if (url.empty()) {
    return;
  }
  try {
    thread_ = std::thread([this, url, pid] { watch(url, pid); });
  } catch (const std::system_error&) {
    // Without threads the message has less to say.
  }
}

void lock_watch::watch(const std::string& url, std::int64_t pid) {
  std::unique_lock holding(guard_);
  if (ends_.wait_for(holding, first_look, [&] { return ended_; })) {
    return;
  }
  holding.unlock();
  try {
    const auto db = open_session(url, if_missing::refuse);
    for (;;) {
      const std::string found = blockers_of(*db, pid);
      holding.lock();
      if (!found.empty()) {
        seen_ = found;
      }
      if (ends_.wait_for(holding, between_looks, [&] { return ended_; })) {
        return;
      }
      holding.unlock();
    }
  } catch (const std::exception&) {
    // Without a second connection the message has less to say.
  }
}

void lock_watch::end() {
  {
    const std::lock_guard holding(guard_);
    ended_ = true;
  }
  ends_.notify_all();
  if (thread_.joinable()) {
    thread_.join();
  }
}

std::string lock_watch::seen() {
  end();
  return seen_;
}

lock_watch::~lock_watch() { end(); }

} // namespace strata::detail
