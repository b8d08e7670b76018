// SQLite's backup, and whether what it wrote is the database.
#include "src/sqlite/backup.hpp"

#include "src/runtime/new_file.hpp"
#include "src/sqlite/functions.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <memory>
#include <string_view>

namespace strata::sqlite {
namespace {

struct close_copy {
  void operator()(sqlite3* database) const noexcept { sqlite3_close(database); }
};

using owned_database = std::unique_ptr<sqlite3, close_copy>;

owned_database open_file(const std::string& name, int flags) {
  sqlite3* raw = nullptr;
  sqlite3_open_v2(name.c_str(), &raw, flags, nullptr);
  return owned_database(raw);
}

/// As a URL that says that nobody writes: the check makes no further files beside the copy.
std::string immutable_url(const std::string& path) {
  std::string url = "file:";
  for (const char each : path) {
    const bool is_special = each == '?' || each == '#' || each == '%';
    url += is_special ? fmt::format("%{:02X}", static_cast<unsigned char>(each))
                      : std::string(1, each);
  }
  return url + "?immutable=1";
}

/// The rows of a pragma with one column, or why it cannot be asked.
std::string answer_of(sqlite3* database, const char* pragma) {
  std::string text;
  const auto add = [](void* into, int, char** values, char**) {
    auto& all = *static_cast<std::string*>(into);
    all += (all.empty() ? "" : "; ") + std::string(values[0] != nullptr ? values[0] : "");
    return 0;
  };
  if (sqlite3_exec(database, pragma, add, &text, nullptr) != SQLITE_OK) {
    text = sqlite3_errmsg(database);
  }
  return text;
}

/// SQLite refuses to copy by a connection that has begun to write, though nobody else can write
/// then: another connection reads what is committed.
owned_database reader_beside(sqlite3* database) {
  const char* file = sqlite3_db_filename(database, "main");
  if (sqlite3_get_autocommit(database) != 0 || file == nullptr || *file == '\0') {
    return nullptr;
  }
  owned_database reader = open_file(file, SQLITE_OPEN_READWRITE);
  if (reader) {
    add_functions(reader.get());
  }
  return reader;
}

/// What went wrong, or nothing; `pages` is how many the copy should have.
std::string copy_to(sqlite3* source, const std::string& file, int& pages) {
  const owned_database target = open_file(file, SQLITE_OPEN_READWRITE);
  // A journal would protect a file that nobody wants when this fails.
  sqlite3_exec(target.get(), "PRAGMA journal_mode = OFF", nullptr, nullptr, nullptr);
  sqlite3_backup* copy = sqlite3_backup_init(target.get(), "main", source, "main");
  if (copy == nullptr) {
    return sqlite3_errmsg(target.get());
  }
  // A busy source ends the step early, which finishing does not count as an error.
  const int stepped = sqlite3_backup_step(copy, -1);
  pages = sqlite3_backup_pagecount(copy);
  const int rc = sqlite3_backup_finish(copy);
  if (rc != SQLITE_OK) {
    return sqlite3_errmsg(target.get());
  }
  return stepped == SQLITE_DONE ? "" : sqlite3_errstr(stepped);
}

/// What the copy lacks, or nothing. What SQLite finds wrong in the database itself is no fault of
/// its copy.
std::string fault_of(sqlite3* source, const std::string& file, int pages) {
  const owned_database copy =
      open_file(immutable_url(file), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
  add_functions(copy.get());
  const std::string has = answer_of(copy.get(), "PRAGMA page_count");
  if (has != std::to_string(pages)) {
    return fmt::format("read back it has {} pages and should have {}", has, pages);
  }
  const std::string found = answer_of(copy.get(), "PRAGMA integrity_check");
  return found == "ok" || found == answer_of(source, "PRAGMA integrity_check")
             ? ""
             : fmt::format("read back it is damaged: {}", found);
}

} // namespace

void copy_database(sqlite3* database, const std::string& file) {
  detail::new_file made(file);
  const owned_database beside = reader_beside(database);
  sqlite3* source = beside ? beside.get() : database;
  int pages = 0;
  std::string why = copy_to(source, made.partial(), pages);
  if (why.empty()) {
    why = fault_of(source, made.partial(), pages);
  }
  if (!why.empty()) {
    made.refuse(why);
  }
  made.publish();
}

} // namespace strata::sqlite
