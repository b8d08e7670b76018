// Connections: a session and what is shared on it.
#include <strata/runtime/connection.hpp>

#include <strata/runtime/error.hpp>

#include <algorithm>

namespace strata {

strata::dialect queryable::dialect() const { return link_->session->dialect(); }

bool queryable::is_listed() const {
  return std::ranges::find(link_->open, number_) != link_->open.end();
}

void queryable::require_transaction() const {
  if (number_ != 0 && !is_listed()) {
    throw query_error("a statement is run on a transaction that has ended; begin another one, or "
                      "run it on the connection",
                      {.code = "R063"});
  }
  const bool is_meant = link_->is_joined || !link_->open.empty();
  if (is_meant && !link_->session->in_transaction()) {
    throw query_error("the transaction was ended by the database, or by a statement of the "
                      "program's own, and what it wrote may be lost; nothing more is run in it: "
                      "roll back, and begin another one",
                      {.code = "R076"});
  }
}

void queryable::execute(std::string_view statements) {
  require_transaction();
  link_->session->execute(statements);
}

result_set
queryable::run(std::string_view statement, std::span<const value> parameters, bool prepare) {
  require_transaction();
  return link_->session->query(statement, parameters, prepare && link_->prepares);
}

bool queryable::in_transaction() const { return link_->session->in_transaction(); }

strata::session& queryable::session() const { return *link_->session; }

connection::connection(const std::string& url, connection_options options)
    : connection(open_session(url), options) {}

connection::connection(std::unique_ptr<strata::session> session, connection_options options)
    : queryable(nullptr), owned_(std::make_unique<detail::link>()) {
  owned_->session = std::move(session);
  owned_->prepares = options.prepare;
  link_ = owned_.get();
}

connection connection::joined(std::unique_ptr<strata::session> session) {
  connection made(std::move(session));
  made.owned_->is_joined = made.owned_->session->in_transaction();
  return made;
}

connection::connection(connection&&) noexcept = default;
connection& connection::operator=(connection&&) noexcept = default;
connection::~connection() = default;

} // namespace strata
