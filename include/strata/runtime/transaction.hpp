// A transaction: all of it, or nothing.
#pragma once

#include <strata/runtime/queryable.hpp>

namespace strata {

/// With `read_only` the database refuses every statement that would write.
enum class access { read_write, read_only };

/// Begins when it is made; rolls back when it ends, unless committed. In another transaction, or on
/// a connection that was borrowed in one, it is a savepoint.
class transaction : public queryable {
public:
  /// On SQLite a transaction that may write takes the write lock at once: one that reads first and
  /// writes later would fail, not wait, when another has written meanwhile.
  explicit transaction(queryable& on, access how = access::read_write);

  /// Begins one in another; no copy, though it looks like one to the compiler.
  explicit transaction(transaction& outer) : transaction(static_cast<queryable&>(outer)) {}

  transaction(const transaction&) = delete;
  transaction& operator=(const transaction&) = delete;
  ~transaction();

  /// Throws query_error when a statement in it failed, for which PostgreSQL would roll back without
  /// a word, or when the database has rolled it back already. When the connection breaks on the
  /// way, connection_error: whether it was committed is unknown.
  void commit();

  /// Takes back everything since it began; transactions inside it that are open end with it.
  void rollback();

private:
  void begin(access how);
  void make_read_only();
  void end();

  bool is_savepoint_;
};

} // namespace strata
