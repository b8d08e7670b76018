// What accessors run on: a connection, or a transaction on it.
#pragma once

#include <strata/runtime/dialect.hpp>
#include <strata/runtime/session.hpp>

#include <memory>
#include <span>
#include <string_view>

namespace strata {
namespace detail {

/// A session with what its connection and its transactions share.
struct link {
  std::unique_ptr<strata::session> session;
  bool prepares = true;
  int depth = 0;       ///< Transactions begun and not ended, one that was joined included.
  bool failed = false; ///< A statement failed in the innermost one, which PostgreSQL then refuses.
};

} // namespace detail

/// A connection or a transaction. Not for sharing between threads.
class queryable {
public:
  queryable(const queryable&) = delete;
  queryable& operator=(const queryable&) = delete;

  strata::dialect dialect() const;

  /// Runs any number of statements without parameters.
  void execute(std::string_view statements);

  /// Runs one statement; `$1`, `$2` … stand for `parameters` on every database. It is prepared
  /// once per connection, unless that is turned off or `prepare` says not to.
  result_set
  run(std::string_view statement, std::span<const value> parameters = {}, bool prepare = true);

  bool in_transaction() const;

  /// The session underneath, for what has no function here.
  strata::session& session() const;

protected:
  explicit queryable(detail::link* link) : link_(link) {}

  queryable(queryable&&) = default;
  queryable& operator=(queryable&&) = default;
  ~queryable() = default;

  detail::link* link_;

  friend class transaction;
};

} // namespace strata
