// Transactions and savepoints.
#include <strata/runtime/transaction.hpp>

#include <strata/runtime/error.hpp>

#include <fmt/format.h>

namespace strata {
namespace {

std::string_view beginning(dialect on, access how) {
  if (on == dialect::sqlite)
    return how == access::read_only ? "BEGIN" : "BEGIN IMMEDIATE";
  return how == access::read_only ? "BEGIN READ ONLY" : "BEGIN";
}

} // namespace

// Each statement goes by query(), not execute(): on a borrowed libpqxx 6 transaction a failed
// execute() would abort all of it, savepoints and all.

transaction::transaction(queryable& on, access how)
    : queryable(on.link_), depth_(on.link_->depth + 1) {
  const std::string begin = is_savepoint() ? fmt::format("SAVEPOINT strata_{}", depth_)
                                           : std::string(beginning(dialect(), how));
  link_->session->query(begin);
  link_->depth = depth_;
  link_->failed = false;
}

transaction::~transaction() {
  if (!is_open_)
    return;
  try {
    rollback();
  } catch (...) {
    // The connection is gone, and the transaction with it.
    end();
  }
}

void transaction::end() {
  is_open_ = false;
  link_->depth = depth_ - 1;
  link_->failed = false;
}

void transaction::commit() {
  if (!is_open_) {
    throw query_error("a transaction is committed that has ended; begin another one",
                      {.code = "R063"});
  }
  if (link_->depth != depth_) {
    throw query_error("a transaction is committed while one inside it is open; end that one first",
                      {.code = "R063"});
  }
  if (link_->failed && dialect() == dialect::postgresql) {
    throw query_error("a statement of the transaction failed, so nothing can be committed; roll "
                      "back, or put what may fail into a transaction inside it",
                      {.code = "R064"});
  }
  link_->session->query(is_savepoint() ? fmt::format("RELEASE SAVEPOINT strata_{}", depth_)
                                       : std::string("COMMIT"));
  end();
}

void transaction::rollback() {
  if (!is_open_)
    return;
  if (is_savepoint()) {
    link_->session->query(fmt::format("ROLLBACK TO SAVEPOINT strata_{}", depth_));
    link_->session->query(fmt::format("RELEASE SAVEPOINT strata_{}", depth_));
  } else {
    link_->session->query("ROLLBACK");
  }
  end();
}

} // namespace strata
