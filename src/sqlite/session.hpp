// A session on a SQLite database.
#pragma once

#include "src/runtime/statement_cache.hpp"
#include "src/sqlite/statement.hpp"
#include "src/sqlite/url.hpp"

#include <strata/runtime/error.hpp>
#include <strata/runtime/session.hpp>

#include <memory>
#include <string>

namespace strata::sqlite {

class session final : public strata::session {
public:
  /// Opens the file, or creates it; `:memory:` is a database of this session alone.
  static std::unique_ptr<session> open(const file_url& which);

  /// Uses a connection that somebody else owns and goes on owning.
  static std::unique_ptr<session> borrow(sqlite3* database);

  strata::dialect dialect() const override { return strata::dialect::sqlite; }

  int server_version() override;
  std::string describe() const override;
  void execute(std::string_view statements) override;
  result_set query(std::string_view text, std::span<const value> parameters, bool prepare) override;
  std::int64_t bulk_insert(std::string_view schema,
                           std::string_view table,
                           std::span<const std::string_view> columns,
                           const std::function<bool(std::vector<value>&)>& next) override;
  bool in_transaction() const override;
  void backup(const std::string& file) override;

private:
  struct close {
    bool owned = true;
    void operator()(sqlite3* database) const noexcept;
  };

  session(sqlite3* database, bool owned) : database_(database, close{owned}) {}

  /// Runs a statement to its end. A broken foreign key, which SQLite does not name, is looked for.
  template <typename OnRow>
  void
  run(statement& running, std::string_view text, std::span<const value> parameters, OnRow on_row);

  [[noreturn]] void throw_with_name(const foreign_key_violation& failed,
                                    bool is_end_of_transaction,
                                    std::string_view text,
                                    std::span<const value> parameters);

  /// The statement, compiled now or, with `prepare`, once.
  statement& compiled(std::string_view text, bool prepare, std::unique_ptr<statement>& once);

  std::unique_ptr<sqlite3, close> database_;
  detail::statement_cache<statement> prepared_; ///< Ends before its database does.
};

} // namespace strata::sqlite
