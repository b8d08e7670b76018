// A session that counts, loses its connection, or changes servers behind the migrator's back.
#pragma once

#include <strata/runtime/session.hpp>

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace strata::testing {

/// Hands everything on to another session, and is told of it first.
class wrapped_session : public session {
public:
  explicit wrapped_session(std::unique_ptr<session> inner) : inner_(std::move(inner)) {}

  strata::dialect dialect() const override { return inner_->dialect(); }

  int server_version() override { return inner_->server_version(); }

  std::string describe() const override { return inner_->describe(); }

  void execute(std::string_view statements) override;
  result_set
  query(std::string_view statement, std::span<const value> parameters, bool prepare) override;
  result_set query_together(std::string_view statements) override;
  std::int64_t bulk_insert(std::string_view schema,
                           std::string_view table,
                           std::span<const std::string_view> columns,
                           const std::function<bool(std::vector<value>&)>& next) override;

  bool in_transaction() const override { return kept_in_ == nullptr && inner_->in_transaction(); }

  void backup(const std::string& file) override { inner_->backup(file); }

  ~wrapped_session() override {
    if (kept_in_ != nullptr)
      *kept_in_ = std::move(inner_);
  }

  /// As when a network goes: this session can do nothing any more, and the one behind it stays open
  /// in `where` when this one is closed.
  void lose_half(std::unique_ptr<session>& where) { kept_in_ = &where; }

  /// Every text that was sent.
  std::vector<std::string> sent;
  std::function<void(std::string_view)> before; ///< May throw.
  std::function<void(std::string_view)> after;  ///< May throw; the statement has run.

protected:
  session& inner();

  std::unique_ptr<session> inner_;

private:
  std::unique_ptr<session>* kept_in_ = nullptr;
};

/// Two server sessions, of which each transaction gets the other one, as a transaction pooler does.
class pooled_session : public session {
public:
  pooled_session(std::unique_ptr<session> one, std::unique_ptr<session> two);

  strata::dialect dialect() const override { return dialect::postgresql; }

  int server_version() override { return sessions_[0]->server_version(); }

  std::string describe() const override { return sessions_[0]->describe(); }

  void execute(std::string_view statements) override;
  result_set
  query(std::string_view statement, std::span<const value> parameters, bool prepare) override;
  result_set query_together(std::string_view statements) override;
  std::int64_t bulk_insert(std::string_view,
                           std::string_view,
                           std::span<const std::string_view>,
                           const std::function<bool(std::vector<value>&)>&) override;

  bool in_transaction() const override { return in_transaction_; }

  void backup(const std::string&) override {}

private:
  session& next();

  std::unique_ptr<session> sessions_[2];
  int at_ = 0;
  bool in_transaction_ = false;
};

/// Makes the URL `faulty:URL` known, which opens URL and shows the session to `seen` first.
void register_faulty_driver();
extern std::function<void(wrapped_session&)> seen;

} // namespace strata::testing
