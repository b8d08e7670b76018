// Connections: a session and what is shared on it.
#include <strata/runtime/connection.hpp>

#include <strata/runtime/error.hpp>

namespace strata {

strata::dialect queryable::dialect() const { return link_->session->dialect(); }

void queryable::execute(std::string_view statements) {
  try {
    link_->session->execute(statements);
  } catch (const error&) {
    link_->failed = link_->depth > 0;
    throw;
  }
}

result_set
queryable::run(std::string_view statement, std::span<const value> parameters, bool prepare) {
  try {
    return link_->session->query(statement, parameters, prepare && link_->prepares);
  } catch (const error&) {
    link_->failed = link_->depth > 0;
    throw;
  }
}

bool queryable::in_transaction() const {
  return link_->depth > 0 || link_->session->in_transaction();
}

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
  made.owned_->depth = made.owned_->session->in_transaction() ? 1 : 0;
  return made;
}

connection::connection(connection&&) noexcept = default;
connection& connection::operator=(connection&&) noexcept = default;
connection::~connection() = default;

} // namespace strata
