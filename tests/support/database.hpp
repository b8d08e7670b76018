// A database of its own for each test, gone when the test ends.
#pragma once

#include <strata/runtime/session.hpp>

#include <memory>
#include <string>
#include <vector>

namespace strata::testing {

/// For how long a pooler lends a server session.
enum class pooling { of_transactions, of_sessions };

/// An empty database. PostgreSQL: made in the tests' private server, whose URL the file named by
/// the environment variable STRATA_TEST_POSTGRESQL holds. SQLite: a file in a temporary folder.
class scratch_database {
public:
  explicit scratch_database(strata::dialect which);
  scratch_database(const scratch_database&) = delete;
  scratch_database& operator=(const scratch_database&) = delete;
  ~scratch_database();

  strata::dialect dialect() const { return dialect_; }

  const std::string& url() const { return url_; }

  /// The URL through a pooler, for a database on PostgreSQL; empty where the tests have none, which
  /// is told as the lack of a server is.
  std::string pooled_url(pooling by = pooling::of_transactions) const;

  std::unique_ptr<strata::session> open() const { return strata::open_session(url_); }

private:
  strata::dialect dialect_;
  std::string name_; ///< PostgreSQL: the database's; SQLite: the folder's.
  std::string url_;
};

/// The databases to test on: SQLite, and PostgreSQL where a server is there. Without one this
/// says so on standard error, or throws where the tests were configured with
/// STRATA_REQUIRE_DATABASE.
std::vector<strata::dialect> tested_dialects();

/// Whether there is a program that backs up the tests' database: pg_dump refuses a server that is
/// newer than itself, as those that come without it are.
bool can_back_up(strata::dialect which);

} // namespace strata::testing
