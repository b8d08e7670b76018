// The statements that a server connection keeps prepared for a session.
#pragma once

#include "src/postgresql/libpq.hpp"
#include "src/runtime/statement_cache.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace strata::postgresql {

class kept_statements {
public:
  /// `url` is the connection's own.
  kept_statements(PGconn* on, std::string url) : on_(on), url_(std::move(url)) {}

  /// Runs the statement, which is prepared once. The result may be a failure. Throws query_error
  /// R069 or R007 when what is kept does not serve any more and an open transaction, which failed
  /// by it, must be run again.
  result_ptr run(std::string_view text, std::span<const value> parameters);

private:
  /// The types that a text was understood with.
  struct signature {
    std::vector<Oid> parameters;
    std::vector<Oid> columns;

    friend bool operator==(const signature&, const signature&) = default;
  };

  struct kept {
    std::string name;
    signature types;
  };

  static signature described(const PGresult* by);
  static std::optional<signature> understood_now(PGconn* on, std::string_view text);

  result_ptr keep(std::string_view text);
  void give_up_stale();
  bool is_stale(std::string_view text, const PGresult* failed);
  result_ptr
  run_whole(std::string_view text, std::span<const value> parameters, const PGresult* failed);

  PGconn* on_;
  std::string url_;
  detail::statement_cache<kept> kept_;
  std::vector<std::string> stale_; ///< Names that are still to be given up.
  bool is_shared_ = false;         ///< The server connection does not keep what is prepared on it.
};

} // namespace strata::postgresql
