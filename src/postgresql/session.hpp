// A session on a PostgreSQL server.
#pragma once

#include "src/postgresql/pqxx.hpp"
#include "src/runtime/statement_cache.hpp"

#include <strata/runtime/session.hpp>

#include <memory>
#include <string>
#include <vector>

namespace strata::postgresql {

class session final : public strata::session {
public:
  static std::unique_ptr<session> open(const std::string& url);

  /// Works in a transaction that somebody else began and will end.
  static std::unique_ptr<session> borrow(pqxx::transaction_base& transaction);

  strata::dialect dialect() const override { return strata::dialect::postgresql; }

  int server_version() override;
  std::string describe() const override;
  void execute(std::string_view statements) override;
  result_set query(std::string_view text, std::span<const value> parameters, bool prepare) override;
  std::int64_t bulk_insert(std::string_view schema,
                           std::string_view table,
                           std::span<const std::string_view> columns,
                           const std::function<bool(std::vector<value>&)>& next) override;
  bool in_transaction() const override;
  bool is_pooled() override;
  void backup(const std::string& file) override;

private:
  explicit session(std::unique_ptr<pqxx::connection> connection);
  explicit session(pqxx::transaction_base& transaction);

  const std::string& prepared_name(std::string_view text);
  pqxx::result run_kept(std::string_view text, std::span<const value> parameters);
  void give_up_stale();
  pqxx::result run_once(std::string_view text, std::span<const value> parameters, bool prepare);

  std::string url_; ///< Empty when borrowed.
  std::unique_ptr<pqxx::connection> owned_;
  std::unique_ptr<pqxx::transaction_base> autocommit_; ///< Ends before its connection does.
  pqxx::transaction_base& on_;
  detail::statement_cache<std::string> prepared_; ///< Names, by text.
  std::vector<std::string> stale_;                ///< Names that are still to be given up.
  int prepared_count_ = 0;
};

} // namespace strata::postgresql
