// A connection to a database, of its program's own or borrowed.
#pragma once

#include <strata/runtime/queryable.hpp>

#include <memory>
#include <string>

namespace strata {

struct connection_options {
  /// Statements are prepared once per connection. Off for poolers that give each transaction
  /// another server connection.
  bool prepare = true;
};

class connection : public queryable {
public:
  /// Connects to `postgresql://…`, `sqlite:path` or `sqlite::memory:`. Throws connection_error.
  explicit connection(const std::string& url, connection_options options = {});

  /// Takes a session over.
  explicit connection(std::unique_ptr<strata::session> session, connection_options options = {});

  /// Lives in a transaction that somebody else began and will end.
  static connection joined(std::unique_ptr<strata::session> session);

  connection(connection&&) noexcept;
  connection& operator=(connection&&) noexcept;
  ~connection();

private:
  std::unique_ptr<detail::link> owned_;
};

} // namespace strata
