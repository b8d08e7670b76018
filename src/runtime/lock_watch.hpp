// Looks, from a connection of its own, at what a step waits for while it waits.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <string>
#include <thread>

namespace strata::detail {

/// From construction to destruction, or to `seen`. A step that waits for nothing is over before a
/// connection is opened.
class lock_watch {
public:
  /// Watches the server process `pid` of the database at `url`; with an empty URL, nothing.
  lock_watch(const std::string& url, std::int64_t pid);
  ~lock_watch();
  lock_watch(const lock_watch&) = delete;
  lock_watch& operator=(const lock_watch&) = delete;

  /// Ends the watch. Who stood in the way last, as a sentence; empty: nobody that was seen.
  std::string seen();

private:
  void watch(const std::string& url, std::int64_t pid);
  void end();

  std::mutex guard_;
  std::condition_variable ends_;
  bool ended_ = false;
  std::string seen_;
  std::thread thread_;
};

} // namespace strata::detail
