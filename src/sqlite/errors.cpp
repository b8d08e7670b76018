// SQLite's extended result codes as Strata's errors; constraint names are looked up elsewhere.
#include "src/sqlite/errors.hpp"

#include "src/sqlite/constraint_names.hpp"

#include <strata/runtime/error.hpp>

#include <sqlite3.h>

#include <string>

namespace strata::sqlite {
namespace {

constexpr std::string_view foreign_key_message = "FOREIGN KEY constraint failed";

std::string file_of(sqlite3* database) {
  const char* file = database != nullptr ? sqlite3_db_filename(database, "main") : nullptr;
  return file != nullptr && *file != 0 ? file : "the database";
}

/// What follows the message's colon: `t.a, t.b` of a unique constraint, a check's name.
std::string subject_of(std::string_view message) {
  const auto colon = message.find(": ");
  return colon == std::string_view::npos ? std::string() : std::string(message.substr(colon + 2));
}

/// A foreign key's name is the session's to find: it knows the statement's parameters.
[[noreturn]] void
throw_constraint(sqlite3* database, int rc, const std::string& message, error_facts facts) {
  const std::string subject = subject_of(message);
  switch (rc) {
  case SQLITE_CONSTRAINT_UNIQUE:
  case SQLITE_CONSTRAINT_PRIMARYKEY:
  case SQLITE_CONSTRAINT_ROWID:
    facts.code = "R071";
    facts.constraint = unique_name(database, subject);
    throw unique_violation(message, facts);
  case SQLITE_CONSTRAINT_NOTNULL:
    facts.code = "R073";
    facts.constraint = subject.substr(subject.rfind('.') + 1);
    throw not_null_violation(message, facts);
  case SQLITE_CONSTRAINT_CHECK:
    facts.code = "R074";
    facts.constraint = subject;
    throw check_violation(message, facts);
  default:
    break;
  }
  // RESTRICT is carried out by a trigger of SQLite's own.
  if (rc == SQLITE_CONSTRAINT_FOREIGNKEY || message == foreign_key_message) {
    facts.code = "R072";
    throw foreign_key_violation(message, facts);
  }
  facts.code = "R070";
  throw constraint_violation(message, facts);
}

} // namespace

void throw_error(sqlite3* database, int rc, std::string_view statement) {
  const int extended = database ? sqlite3_extended_errcode(database) : rc;
  const std::string message = database ? sqlite3_errmsg(database) : sqlite3_errstr(rc);
  error_facts facts{.code = "R060", .statement = std::string(statement)};
  switch (rc & 0xff) {
  case SQLITE_CONSTRAINT:
    throw_constraint(database, extended, message, std::move(facts));
  case SQLITE_BUSY:
    facts.code = "R066";
    throw lock_timeout(message + ": another process uses " + file_of(database), facts);
  case SQLITE_LOCKED:
    facts.code = "R066";
    throw lock_timeout(message, facts);
  case SQLITE_NOTADB:
  case SQLITE_CORRUPT:
    facts.code = "R008";
    throw connection_error(message + ": " + file_of(database) +
                               "\nkeep a copy of the file, then restore a backup, or save what can "
                               "be read with `.recover` of sqlite3",
                           facts);
  case SQLITE_CANTOPEN:
  case SQLITE_IOERR:
    facts.code = "R004";
    throw connection_error(message + ": " + file_of(database) +
                               "\nlook whether the file, its folder and its disk are there, have "
                               "room, and may be written by this user",
                           facts);
  default:
    throw query_error(message, facts);
  }
}

} // namespace strata::sqlite
