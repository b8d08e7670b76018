// Transactions and savepoints. Whether one is open, and whether it can be committed, the database
// says.
#include <strata/runtime/transaction.hpp>

#include "src/runtime/values.hpp"

#include <strata/runtime/error.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace strata {
namespace {

std::string_view beginning(dialect on, access how) {
  if (on == dialect::sqlite)
    return how == access::read_only ? "BEGIN" : "BEGIN IMMEDIATE";
  return how == access::read_only ? "BEGIN READ ONLY" : "BEGIN";
}

/// Never that of an earlier one, to which it would go back.
std::string savepoint(std::uint64_t number) { return fmt::format("strata_{}", number); }

} // namespace

// Each statement goes by query(), which sends one alone.

transaction::transaction(queryable& on, access how)
    : queryable(on.link_, on.link_->begun + 1), is_savepoint_(on.link_->session->in_transaction()) {
  on.require_transaction();
  ++link_->begun;
  begin(how);
}

void transaction::begin(access how) {
  link_->session->query(is_savepoint_ ? "SAVEPOINT " + savepoint(number_)
                                      : std::string(beginning(dialect(), how)));
  link_->open.push_back(number_);
  if (how == access::read_write)
    return;
  try {
    make_read_only();
  } catch (...) {
    rollback();
    throw;
  }
}

void transaction::make_read_only() {
  if (dialect() == dialect::postgresql) {
    if (is_savepoint_)
      link_->session->query("SET TRANSACTION READ ONLY"); // Until the savepoint ends.
    return;
  }
  const auto before = link_->session->query("PRAGMA query_only");
  if (detail::as_truth(before.rows.at(0).at(0)))
    return;
  link_->session->query("PRAGMA query_only = 1");
  link_->read_only = number_;
}

transaction::~transaction() {
  try {
    rollback();
  } catch (...) {
    // The connection is gone, and the transaction with it.
    link_->open.erase(std::ranges::find(link_->open, number_), link_->open.end());
  }
}

/// Those inside it end too.
void transaction::end() {
  link_->open.erase(std::ranges::find(link_->open, number_), link_->open.end());
  if (link_->read_only >= number_) {
    link_->read_only = 0;
    link_->session->query("PRAGMA query_only = 0");
  }
}

void transaction::commit() {
  if (!is_listed()) {
    throw query_error("a transaction is committed that has ended; begin another one",
                      {.code = "R063"});
  }
  if (link_->open.back() != number_) {
    throw query_error("a transaction is committed while one inside it is open; end that one first",
                      {.code = "R063"});
  }
  require_transaction();
  if (link_->session->state() == transaction_state::failed) {
    throw query_error("a statement of the transaction failed, so nothing can be committed; roll "
                      "back, or put what may fail into a transaction inside it",
                      {.code = "R064"});
  }
  link_->session->query(is_savepoint_ ? "RELEASE SAVEPOINT " + savepoint(number_)
                                      : std::string("COMMIT"));
  end();
}

void transaction::rollback() {
  if (!is_listed())
    return;
  if (!link_->session->in_transaction()) {
    end(); // The database was first.
    return;
  }
  if (is_savepoint_) {
    link_->session->query("ROLLBACK TO SAVEPOINT " + savepoint(number_));
    link_->session->query("RELEASE SAVEPOINT " + savepoint(number_));
  } else {
    link_->session->query("ROLLBACK");
  }
  end();
}

} // namespace strata
