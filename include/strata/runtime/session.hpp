// What a database driver is to the rest of Strata: one connection, type-erased.
#pragma once

#include <strata/runtime/dialect.hpp>
#include <strata/runtime/value.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace strata {

/// Rows that a statement returned, owned.
struct result_set {
  std::vector<std::string> columns;
  std::vector<std::vector<value>> rows;
  std::int64_t affected = 0; ///< Rows changed, where the statement changes rows.
};

/// What the database says of the transaction on a connection, whoever began it.
enum class transaction_state {
  none,
  open,
  failed, ///< PostgreSQL: a statement in it failed; it can only be rolled back.
};

/// One connection to a database. Not for sharing between threads. Every function throws
/// `strata::error` or what is derived from it; drivers' own exceptions end in the driver.
class session {
public:
  session() = default;
  session(const session&) = delete;
  session& operator=(const session&) = delete;
  virtual ~session() = default;

  virtual strata::dialect dialect() const = 0;

  /// As the database numbers itself: 150018, 3040001.
  virtual int server_version() = 0;

  /// The database's name or the file's path, for messages and backups; never a password.
  virtual std::string describe() const = 0;

  /// Runs any number of statements without parameters. BEGIN and COMMIT are statements like others.
  virtual void execute(std::string_view statements) = 0;

  /// Runs one statement. `$1`, `$2` … stand for `parameters`, and on SQLite `?1`, `?2` … do too.
  /// With `prepare`, the statement is prepared once per connection and text.
  virtual result_set query(std::string_view statement,
                           std::span<const value> parameters = {},
                           bool prepare = false) = 0;

  /// Runs statements without parameters that are sent as one, and with it in one transaction where
  /// none is open. Returns the rows of the last one.
  virtual result_set query_together(std::string_view statements) { return query(statements); }

  /// Inserts rows in bulk: COPY on PostgreSQL, one prepared INSERT on SQLite. `next` fills the row
  /// it is given and returns false when there is none. Names come unquoted; an empty `schema` is
  /// the default one. Returns the number of rows.
  virtual std::int64_t bulk_insert(std::string_view schema,
                                   std::string_view table,
                                   std::span<const std::string_view> columns,
                                   const std::function<bool(std::vector<value>& row)>& next) = 0;

  /// Whether a transaction is open on the connection, whoever began it, failed or not.
  virtual bool in_transaction() const = 0;

  /// The same, with what can still be done with it. Asks no server.
  virtual transaction_state state() const {
    return in_transaction() ? transaction_state::open : transaction_state::none;
  }

  /// Whether a pooler stands before the server: the process that answers is not the one that was
  /// named when the connection was made. Which kind of pooler it is, this does not tell.
  virtual bool is_pooled() { return false; }

  /// Writes a consistent copy of the database to `file` (SQLite's backup API, `pg_dump`) and reads
  /// it back. The file is whole or not there, and one that exists is never written over.
  virtual void backup(const std::string& file) = 0;
};

/// What opening does where the database does not exist: a SQLite file can be made by it.
enum class if_missing { create, refuse };

/// A database driver, as linking one registers it.
struct driver {
  strata::dialect dialect;
  std::string_view name; ///< `postgresql`, `sqlite`: the name of the component too.
  bool (*accepts)(std::string_view url);
  std::unique_ptr<session> (*open)(const std::string& url, if_missing how);
};

/// Makes a driver known; called by a driver's library when the program starts.
bool register_driver(const driver& which);

/// Opens a session by URL: `postgresql://…`, `sqlite:path`, `sqlite::memory:`. Throws
/// connection_error when no linked driver accepts it, with the component that would.
std::unique_ptr<session> open_session(const std::string& url, if_missing how = if_missing::create);

/// The URL with its password replaced by `***`, for any output.
std::string without_password(std::string_view url);

} // namespace strata
