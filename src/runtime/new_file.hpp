// A file that is written under another name first, and gets its own when it is whole.
#pragma once

#include <string>

namespace strata::detail {

/// What is written beside a backup until it has been read back.
inline constexpr const char* partial_suffix = ".partial";

class new_file {
public:
  /// Makes `path.partial`, which this process holds locked. Throws error R005.
  explicit new_file(std::string path);
  /// Removes what was not published.
  ~new_file();
  new_file(const new_file&) = delete;
  new_file& operator=(const new_file&) = delete;

  const std::string& partial() const { return partial_; }

  /// Brings the file to the disk and gives it its name. Throws error R005, also where a file of
  /// that name exists: that one is never written over.
  void publish();

  /// Throws error R005, with why the file cannot be written.
  [[noreturn]] void refuse(const std::string& why) const;

private:
  std::string path_;
  std::string partial_;
  int locked_ = -1;
};

/// Removes from the folder what killed runs left there: files whose names begin so and are partial,
/// and which no process holds.
void remove_stale_partials(const std::string& folder, const std::string& prefix);

} // namespace strata::detail
