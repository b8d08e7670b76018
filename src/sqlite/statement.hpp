// A prepared SQLite statement: bind, step, read.
#pragma once

#include <strata/runtime/value.hpp>

#include <memory>
#include <span>
#include <string_view>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace strata::sqlite {

/// Owns one compiled statement.
class statement {
public:
  /// Compiles the first statement of `text` and moves `text` behind it.
  statement(sqlite3* database, std::string_view& text);

  /// Nothing but space and comments was left to compile.
  bool is_empty() const { return !handle_; }

  /// Throws query_error when the statement's parameters are not as many.
  void bind(std::span<const value> parameters);

  /// True while there is a row.
  bool step();

  /// Makes the statement ready to run again, and forgets what was bound.
  void reset() noexcept;

  int columns() const;
  std::string_view column_name(int at) const;
  value read(int at) const;
  bool is_read_only() const;

private:
  struct finalize {
    void operator()(sqlite3_stmt* handle) const noexcept;
  };

  void bind_one(int at, const value& given);

  sqlite3* database_;
  std::unique_ptr<sqlite3_stmt, finalize> handle_;
};

} // namespace strata::sqlite
