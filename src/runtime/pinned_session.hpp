// The session's settings while migrations run.
#pragma once

#include <strata/runtime/session.hpp>

#include <string>
#include <utility>
#include <vector>

namespace strata::detail {

/// Sets what migrations rely on, and puts back what was there. On PostgreSQL: search_path (the
/// session's own, as it resolves now, so that the database's default schema stays what it is),
/// TimeZone, DateStyle, row_security, standard_conforming_strings, timeouts. On SQLite: foreign
/// keys on, legacy_alter_table off, a short busy timeout.
class pinned_session {
public:
  explicit pinned_session(session& db);
  ~pinned_session();
  pinned_session(const pinned_session&) = delete;
  pinned_session& operator=(const pinned_session&) = delete;

private:
  void pin_postgresql();
  void pin_sqlite();

  session* session_;
  std::vector<std::pair<std::string, std::string>> before_;
};

} // namespace strata::detail
