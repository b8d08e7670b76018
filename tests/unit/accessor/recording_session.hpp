// A session that answers nothing and remembers what it was asked.
#pragma once

#include <strata/runtime/session.hpp>

#include <string>
#include <vector>

namespace strata::testing {

class recording_session final : public strata::session {
public:
  struct asked {
    std::string statement;
    std::vector<value> parameters;
    bool prepared;
  };

  recording_session(strata::dialect on, std::vector<asked>& log) : on_(on), log_(log) {}

  strata::dialect dialect() const override { return on_; }

  int server_version() override { return 0; }

  std::string describe() const override { return "recorded"; }

  void execute(std::string_view statements) override {
    log_.push_back({std::string(statements), {}, false});
  }

  result_set
  query(std::string_view statement, std::span<const value> parameters, bool prepare) override {
    log_.push_back({std::string(statement), {parameters.begin(), parameters.end()}, prepare});
    if (statement.starts_with("BEGIN"))
      in_transaction_ = true;
    if (statement == "COMMIT" || statement == "ROLLBACK")
      in_transaction_ = false;
    return {};
  }

  std::int64_t bulk_insert(std::string_view,
                           std::string_view table,
                           std::span<const std::string_view> columns,
                           const std::function<bool(std::vector<value>&)>& next) override {
    std::string text = "bulk " + std::string(table);
    for (const std::string_view each : columns) {
      text += " " + std::string(each);
    }
    std::vector<value> row;
    std::int64_t rows = 0;
    while (row.clear(), next(row)) {
      ++rows;
    }
    log_.push_back({text + " " + std::to_string(rows), {}, false});
    return rows;
  }

  bool in_transaction() const override { return in_transaction_; }

  void backup(const std::string&) override {}

private:
  strata::dialect on_;
  std::vector<asked>& log_;
  bool in_transaction_ = false;
};

} // namespace strata::testing
