// Forwards.
#include "tests/database/migrator/wrapped_session.hpp"

#include <strata/runtime/error.hpp>

#include <stdexcept>

namespace strata::testing {
namespace {

constexpr std::string_view prefix = "faulty:";

bool accepts(std::string_view url) { return url.starts_with(prefix); }

std::unique_ptr<session> open_faulty(const std::string& url, if_missing how) {
  auto opened = std::make_unique<wrapped_session>(open_session(url.substr(prefix.size()), how));
  seen(*opened);
  return opened;
}

} // namespace

std::function<void(wrapped_session&)> seen;

void register_faulty_driver() {
  static const bool registered = register_driver(
      {.dialect = dialect::postgresql, .name = "faulty", .accepts = accepts, .open = open_faulty});
  (void)registered;
}

session& wrapped_session::inner() {
  if (kept_in_ != nullptr)
    throw connection_error("the connection broke", {.code = "R004"});
  return *inner_;
}

void wrapped_session::execute(std::string_view statements) {
  sent.emplace_back(statements);
  if (before)
    before(statements);
  inner().execute(statements);
  if (after)
    after(statements);
}

result_set wrapped_session::query(std::string_view statement,
                                  std::span<const value> parameters,
                                  bool prepare) {
  sent.emplace_back(statement);
  if (before)
    before(statement);
  auto answer = inner().query(statement, parameters, prepare);
  if (after)
    after(statement);
  return answer;
}

result_set wrapped_session::query_together(std::string_view statements) {
  sent.emplace_back(statements);
  if (before)
    before(statements);
  auto answer = inner().query_together(statements);
  if (after)
    after(statements);
  return answer;
}

std::int64_t wrapped_session::bulk_insert(std::string_view schema,
                                          std::string_view table,
                                          std::span<const std::string_view> columns,
                                          const std::function<bool(std::vector<value>&)>& next) {
  return inner_->bulk_insert(schema, table, columns, next);
}

pooled_session::pooled_session(std::unique_ptr<session> one, std::unique_ptr<session> two)
    : sessions_{std::move(one), std::move(two)} {}

session& pooled_session::next() {
  if (!in_transaction_) {
    at_ = 1 - at_;
  }
  return *sessions_[at_];
}

void pooled_session::execute(std::string_view statements) {
  next().execute(statements);
  if (statements == "BEGIN")
    in_transaction_ = true;
  if (statements == "COMMIT" || statements == "ROLLBACK")
    in_transaction_ = false;
}

result_set
pooled_session::query(std::string_view statement, std::span<const value> parameters, bool prepare) {
  return next().query(statement, parameters, prepare);
}

result_set pooled_session::query_together(std::string_view statements) {
  return next().query_together(statements);
}

std::int64_t pooled_session::bulk_insert(std::string_view,
                                         std::string_view,
                                         std::span<const std::string_view>,
                                         const std::function<bool(std::vector<value>&)>&) {
  throw std::logic_error("not used");
}

} // namespace strata::testing
