// A session on a PostgreSQL server.
#pragma once

#include "src/postgresql/kept_statements.hpp"
#include "src/postgresql/libpq.hpp"

#include <strata/runtime/session.hpp>

#include <memory>
#include <string>

namespace strata::postgresql {

class session final : public strata::session {
public:
  static std::unique_ptr<session> open(const std::string& url);

  /// Works on a connection that somebody else owns, with the settings that it has.
  static std::unique_ptr<session> borrow(PGconn* connection);

  strata::dialect dialect() const override { return strata::dialect::postgresql; }

  int server_version() override;
  std::string describe() const override;
  void execute(std::string_view statements) override;
  result_set query(std::string_view text, std::span<const value> parameters, bool prepare) override;
  result_set query_together(std::string_view statements) override;
  std::int64_t bulk_insert(std::string_view schema,
                           std::string_view table,
                           std::span<const std::string_view> columns,
                           const std::function<bool(std::vector<value>&)>& next) override;

  bool in_transaction() const override { return state() != transaction_state::none; }

  transaction_state state() const override;

  bool is_pooled() override { return is_pooled_; }

  void backup(const std::string& file) override;

private:
  session(connection_ptr connection, std::string url);

  /// Asks which process serves the connection, and pins what values are read and written by.
  void begin();

  result_ptr run_together(std::string_view statements);
  result_ptr run_one(std::string_view text, std::span<const value> parameters, bool prepare);

  std::string url_; ///< Empty when borrowed.
  connection_ptr connection_;
  bool is_pooled_ = false;
  kept_statements kept_;
};

} // namespace strata::postgresql
