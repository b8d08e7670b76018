// One root for everything that goes wrong at run time, with its facts.
#pragma once

#include <optional>
#include <stdexcept>
#include <string>

namespace strata {

/// What is known about an error; an empty string or no number where a fact does not apply.
struct error_facts {
  std::string code = {};       ///< Strata's own: `R001` …, as docs/errors.md lists them.
  std::string sqlstate = {};   ///< PostgreSQL's five characters.
  std::string statement = {};  ///< The SQL that failed.
  std::string constraint = {}; ///< The broken constraint's name.
  std::optional<int> version = {};
  std::optional<int> step = {};
};

/// The root of Strata's exceptions. `what()` is a sentence with its remedy, and holds no password.
class error : public std::runtime_error {
public:
  error(const std::string& what, error_facts facts)
      : std::runtime_error(what), facts_(std::move(facts)) {}

  const error_facts& facts() const noexcept { return facts_; }

private:
  error_facts facts_;
};

/// The database cannot be reached, or the connection broke.
class connection_error : public error {
public:
  using error::error;
};

/// The database refused a statement.
class query_error : public error {
public:
  using error::error;
};

/// A lock was not granted within its time (PostgreSQL's lock_timeout, SQLite's busy timeout).
class lock_timeout : public query_error {
public:
  using query_error::query_error;
};

/// The database refused a row; `facts().constraint` names the constraint.
class constraint_violation : public query_error {
public:
  using query_error::query_error;
};

class unique_violation : public constraint_violation {
public:
  using constraint_violation::constraint_violation;
};

class foreign_key_violation : public constraint_violation {
public:
  using constraint_violation::constraint_violation;
};

class not_null_violation : public constraint_violation {
public:
  using constraint_violation::constraint_violation;
};

class check_violation : public constraint_violation {
public:
  using constraint_violation::constraint_violation;
};

class exclusion_violation : public constraint_violation {
public:
  using constraint_violation::constraint_violation;
};

/// A value in the database does not fit the C++ type that stands for its column.
class conversion_error : public error {
public:
  using error::error;
};

/// A migration cannot go on; the database is at a step boundary.
class migration_error : public error {
public:
  using error::error;
};

} // namespace strata
