// What accessors run on: a connection, or a transaction on it.
#pragma once

#include <strata/runtime/dialect.hpp>
#include <strata/runtime/session.hpp>

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace strata {
namespace detail {

/// A session with what its connection and its transactions share. Whether a transaction is really
/// open is for the database to say.
struct link {
  std::unique_ptr<strata::session> session;
  bool prepares = true;
  bool is_joined = false;          ///< Lives in a transaction that somebody else began.
  std::uint64_t begun = 0;         ///< Transactions so far; each has its number.
  std::vector<std::uint64_t> open; ///< Those that were neither committed nor rolled back.
  std::uint64_t read_only = 0;     ///< SQLite: the one that made the connection so.
};

} // namespace detail

/// A connection or a transaction. Not for sharing between threads.
class queryable {
public:
  queryable(const queryable&) = delete;
  queryable& operator=(const queryable&) = delete;

  strata::dialect dialect() const;

  /// Runs any number of statements without parameters. As every function that runs one, throws
  /// query_error when this is a transaction that has ended, or one that the database has rolled
  /// back by itself: nothing runs outside the transaction that it was meant for.
  void execute(std::string_view statements);

  /// Runs one statement; `$1`, `$2` … stand for `parameters` on every database. It is prepared
  /// once per connection, unless that is turned off or `prepare` says not to.
  result_set
  run(std::string_view statement, std::span<const value> parameters = {}, bool prepare = true);

  bool in_transaction() const;

  /// The session underneath, for what has no function here.
  strata::session& session() const;

protected:
  explicit queryable(detail::link* link, std::uint64_t number = 0) : link_(link), number_(number) {}

  queryable(queryable&&) = default;
  queryable& operator=(queryable&&) = default;
  ~queryable() = default;

  /// Throws unless the transactions that are meant to be open are.
  void require_transaction() const;

  /// Whether the transaction was neither committed nor rolled back.
  bool is_listed() const;

  detail::link* link_;
  std::uint64_t number_; ///< The transaction's; 0 of a connection.

  friend class transaction;
};

} // namespace strata
