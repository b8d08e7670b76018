// BEGIN, COMMIT and ROLLBACK, with SQLite's waiting.
#include "src/runtime/step_transaction.hpp"

#include "src/runtime/backoff.hpp"

#include <fmt/format.h>

namespace strata::detail {

step_transaction::step_transaction(const run_context& in) : in_(&in) {
  if (in.on_postgresql()) {
    in.db.execute("BEGIN");
    open_ = true;
    return;
  }
  backoff wait(in.options.lock_wait);
  bool told = false;
  while (!open_) {
    try {
      in.db.execute("BEGIN IMMEDIATE");
      open_ = true;
    } catch (const lock_timeout&) {
      if (!told) {
        told = true;
        in.tell({.kind = event_kind::waiting_for_lock, .text = "another process writes"});
      }
      if (!wait.pause()) {
        throw lock_timeout(fmt::format("[R016] another process has held the write lock of {} for "
                                       "{} s; wait for it, or allow more time",
                                       in.db.describe(),
                                       in.options.lock_wait.count() / 1000),
                           {.code = "R016"});
      }
    }
  }
}

void step_transaction::commit() {
  backoff wait(in_->options.lock_wait);
  for (;;) {
    try {
      in_->db.execute("COMMIT");
      open_ = false;
      return;
    } catch (const connection_error& broken) {
      open_ = false;
      throw commit_in_doubt(broken.what(), broken.facts());
    } catch (const lock_timeout&) {
      // SQLite: readers are still there; the transaction stays open and may be committed again.
      if (!in_->db.in_transaction() || !wait.pause()) {
        throw;
      }
    }
  }
}

step_transaction::~step_transaction() {
  try {
    if (open_ && in_->db.in_transaction()) {
      in_->db.execute("ROLLBACK");
    }
  } catch (...) {
    // The session broke; the server rolls back.
  }
}

} // namespace strata::detail
