// What names without a schema stand for, in two databases that are read at the same time.
#pragma once

#include <condition_variable>
#include <mutex>
#include <string>
#include <vector>

namespace strata::codegen {

/// Two databases are compared by one default schema, or a name without a schema would stand for
/// two objects: the one that both have by their search paths, else `public`.
class agreed_schema {
public:
  /// Waits until the other database's is known, or that one has none.
  std::string agree(const std::string& own);

  /// The other waits no longer: no database that has such a schema is read.
  void give_up();

  /// Whether the two have different ones; both, in quotes, for a message.
  bool differs() const;
  std::string both() const;

private:
  mutable std::mutex mutex_;
  std::condition_variable said_or_gone_;
  std::vector<std::string> said_;
  bool given_up_ = false;
};

} // namespace strata::codegen
