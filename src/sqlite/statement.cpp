// Binding and reading in SQLite's own storage classes; text and blobs by length, never by NUL.
#include "src/sqlite/statement.hpp"

#include "src/sqlite/errors.hpp"

#include <strata/runtime/error.hpp>

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <charconv>

namespace strata::sqlite {
namespace {

/// Which parameter stands at SQLite's `place`: `$2`, as on PostgreSQL, is the second wherever it
/// stands; `?2` and a bare `?` are counted by SQLite itself.
std::size_t parameter_number(sqlite3_stmt* handle, int place) {
  const char* name = sqlite3_bind_parameter_name(handle, place);
  std::size_t number = static_cast<std::size_t>(place);
  if (name && *name == '$') {
    const std::string_view digits = name + 1;
    const auto* end = digits.data() + digits.size();
    if (std::from_chars(digits.data(), end, number).ptr != end || number == 0) {
      throw query_error(fmt::format("the parameter {} has no number; write $1, $2 …", name),
                        {.code = "R061", .statement = sqlite3_sql(handle)});
    }
  }
  return number;
}

} // namespace

statement::statement(sqlite3* database, std::string_view& text) : database_(database) {
  sqlite3_stmt* compiled = nullptr;
  const char* tail = nullptr;
  const int rc =
      sqlite3_prepare_v2(database, text.data(), static_cast<int>(text.size()), &compiled, &tail);
  if (rc != SQLITE_OK) {
    throw_error(database, rc, text);
  }
  handle_.reset(compiled);
  text.remove_prefix(static_cast<std::size_t>(tail - text.data()));
}

void statement::finalize::operator()(sqlite3_stmt* handle) const noexcept {
  sqlite3_finalize(handle);
}

void statement::bind(std::span<const value> parameters) {
  sqlite3_stmt* handle = handle_.get();
  std::size_t wanted = 0;
  for (int place = 1; place <= sqlite3_bind_parameter_count(handle); ++place) {
    const auto number = parameter_number(handle, place);
    wanted = std::max(wanted, number);
    if (number <= parameters.size())
      bind_one(place, parameters[number - 1]);
  }
  if (wanted != parameters.size()) {
    throw query_error(
        fmt::format("the statement has {} parameters and is given {}", wanted, parameters.size()),
        {.code = "R061", .statement = sqlite3_sql(handle)});
  }
}

void statement::bind_one(int at, const value& given) {
  struct binder {
    sqlite3_stmt* handle;
    int at;

    int operator()(std::monostate) const { return sqlite3_bind_null(handle, at); }

    int operator()(std::int64_t number) const { return sqlite3_bind_int64(handle, at, number); }

    int operator()(double number) const { return sqlite3_bind_double(handle, at, number); }

    int operator()(const std::string& text) const {
      return sqlite3_bind_text64(
          handle, at, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    }

    int operator()(const bytes& blob) const {
      // A null pointer would bind NULL; an empty blob is a value.
      const void* data = blob.empty() ? static_cast<const void*>("") : blob.data();
      return sqlite3_bind_blob64(handle, at, data, blob.size(), SQLITE_TRANSIENT);
    }
  };

  if (const int rc = std::visit(binder{handle_.get(), at}, given); rc != SQLITE_OK) {
    throw_error(database_, rc, sqlite3_sql(handle_.get()));
  }
}

bool statement::step() {
  const int rc = sqlite3_step(handle_.get());
  if (rc == SQLITE_ROW)
    return true;
  if (rc == SQLITE_DONE)
    return false;
  throw_error(database_, rc, sqlite3_sql(handle_.get()));
}

void statement::reset() noexcept {
  sqlite3_reset(handle_.get());
  sqlite3_clear_bindings(handle_.get());
}

int statement::columns() const { return sqlite3_column_count(handle_.get()); }

std::string_view statement::column_name(int at) const {
  return sqlite3_column_name(handle_.get(), at);
}

bool statement::is_read_only() const { return sqlite3_stmt_readonly(handle_.get()) != 0; }

value statement::read(int at) const {
  sqlite3_stmt* handle = handle_.get();
  switch (sqlite3_column_type(handle, at)) {
  case SQLITE_INTEGER:
    return std::int64_t{sqlite3_column_int64(handle, at)};
  case SQLITE_FLOAT:
    return sqlite3_column_double(handle, at);
  case SQLITE_TEXT: {
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(handle, at));
    return std::string(text, static_cast<std::size_t>(sqlite3_column_bytes(handle, at)));
  }
  case SQLITE_BLOB: {
    const auto* data = static_cast<const std::byte*>(sqlite3_column_blob(handle, at));
    return bytes(data, data + sqlite3_column_bytes(handle, at));
  }
  default:
    return std::monostate{};
  }
}

} // namespace strata::sqlite
