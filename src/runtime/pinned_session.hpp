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

  /// In a transaction, before what is not Strata's own: statements of ours change the search path.
  void begin_user_sql() const;

private:
  void pin_postgresql();
  void pin_sqlite();
  void put_back() noexcept;

  session* session_;
  std::string user_path_;
  std::vector<std::pair<std::string, std::string>> before_;
};

} // namespace strata::detail
