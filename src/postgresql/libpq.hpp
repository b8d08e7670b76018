// libpq's handles, owned, and the ways to send a statement. libpq itself, since libpqxx tells
// neither the state of a transaction, nor a command's tag, nor the fields of an error.
#pragma once

#include <strata/runtime/value.hpp>

#include <libpq-fe.h>

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace strata::postgresql {

struct close {
  bool owned = true;
  void operator()(PGconn* connection) const noexcept;
};

struct clear {
  void operator()(PGresult* of) const noexcept;
};

using connection_ptr = std::unique_ptr<PGconn, close>;
using result_ptr = std::unique_ptr<PGresult, clear>;

/// Connects; texts go as UTF-8. What the server has to remark upon is dropped. Throws
/// connection_error R003.
connection_ptr connect(const std::string& url);

/// The results of any number of statements, in order; the last may be a failure.
std::vector<result_ptr> run_all(PGconn* on, std::string_view statements);

/// Runs one statement with parameters. The result may be a failure.
result_ptr run(PGconn* on, std::string_view statement, std::span<const value> parameters);

/// Runs a statement that the server keeps as `name`. The result may be a failure.
result_ptr run_prepared(PGconn* on,
                        const std::string& name,
                        std::string_view statement,
                        std::span<const value> parameters);

/// Runs `first`, which returns nothing of interest, and the statement in one transaction and one
/// round trip. The result may be a failure, of either.
result_ptr run_after(PGconn* on,
                     const char* first,
                     std::string_view statement,
                     std::span<const value> parameters);

/// Keeps the statement on the server as `name`, or as the unnamed one. The result describes its
/// parameters and columns, or is a failure.
result_ptr prepare(PGconn* on, const std::string& name, std::string_view statement);

/// COPY … FROM STDIN: `next` fills a line, with its end, and returns false when there is none. The
/// result may be a failure.
result_ptr
copy(PGconn* on, const std::string& statement, const std::function<bool(std::string&)>& next);

/// Five characters; empty where there was no failure, or the server has not seen it.
std::string_view state_of(const PGresult* of);

bool is_failure(const PGresult* of);

} // namespace strata::postgresql
