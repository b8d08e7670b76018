// What the parts of a run share.
#pragma once

#include <strata/runtime/migration_event.hpp>
#include <strata/runtime/migrations.hpp>
#include <strata/runtime/migrator_options.hpp>
#include <strata/runtime/session.hpp>

namespace strata::detail {

struct run_context {
  session& db;
  const migrations& all;
  const migrator_options& options;
  const std::string& url; ///< Empty: the session is the caller's.

  void tell(const migration_event& event) const {
    if (options.observer) {
      options.observer(event);
    }
  }

  bool on_postgresql() const { return db.dialect() == dialect::postgresql; }
};

} // namespace strata::detail
