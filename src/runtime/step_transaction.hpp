// The transaction around a step: begun patiently, committed once, rolled back otherwise.
#pragma once

#include "src/runtime/run_context.hpp"

#include <strata/runtime/error.hpp>

namespace strata::detail {

/// The connection broke while a commit was on its way: what the database has must be read again.
class commit_in_doubt : public connection_error {
public:
  using connection_error::connection_error;
};

class step_transaction {
public:
  /// On SQLite this takes the write lock, which is what keeps other migrators out; waits as long as
  /// the options allow for one of them.
  explicit step_transaction(const run_context& in);
  ~step_transaction();
  step_transaction(const step_transaction&) = delete;
  step_transaction& operator=(const step_transaction&) = delete;

  /// Throws commit_in_doubt when the connection breaks on the way.
  void commit();

private:
  const run_context* in_;
  bool open_ = false;
};

} // namespace strata::detail
