// The session's settings while migrations run.
#pragma once

#include <strata/runtime/session.hpp>

#include <string>
#include <utility>
#include <vector>

namespace strata::detail {

/// Sets what migrations rely on, and puts back what was there. On PostgreSQL: search_path (the
/// session's own, as it resolves now, so that the database's default schema stays what it is, and
/// temporary objects last), TimeZone, DateStyle, row_security, standard_conforming_strings,
/// timeouts. On SQLite: foreign keys on, legacy_alter_table off, a short busy timeout.
class pinned_session {
public:
  /// `is_own`: nobody else's settings are in the session, so that all of them may be reset.
  pinned_session(session& db, bool is_own);
  ~pinned_session();
  pinned_session(const pinned_session&) = delete;
  pinned_session& operator=(const pinned_session&) = delete;

  /// Gives the next step the session that the first one had: what a step SETs ends with it, its
  /// role too.
  void pin() const;

  /// The statements that do so on PostgreSQL, to be sent in one message with others.
  const std::string& statements() const { return statements_; }

private:
  using settings = std::vector<std::pair<std::string, std::string>>;

  void read_postgresql(bool is_own);
  void read_sqlite();
  void put_back() noexcept;

  session* session_;
  settings before_; ///< What the caller had.
  settings pins_;   ///< SQLite.
  std::string statements_;
  std::string role_; ///< The caller's session user and role, as statements.
};

} // namespace strata::detail
