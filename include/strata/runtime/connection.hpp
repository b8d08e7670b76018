// A connection to a database, of its program's own or borrowed.
#pragma once

#include <strata/runtime/queryable.hpp>

#include <memory>
#include <string>

namespace strata {

struct connection_options {
  /// Statements are prepared once per connection; behind a pooler, which is found when the
  /// connection is made, none is.
  bool prepare = true;
};

class connection : public queryable {
public:
  /// Connects to `postgresql://…`, `sqlite:path` or `sqlite::memory:`. Throws connection_error.
  explicit connection(const std::string& url, connection_options options = {});

  /// Takes a session over.
  explicit connection(std::unique_ptr<strata::session> session, connection_options options = {});

  /// Lives in a transaction that somebody else began and will end, if one is open; when that is
  /// over, nothing more is run.
  static connection joined(std::unique_ptr<strata::session> session);

  connection(connection&&) noexcept;
  connection& operator=(connection&&) noexcept;
  ~connection();

private:
  std::unique_ptr<detail::link> owned_;
};

} // namespace strata
