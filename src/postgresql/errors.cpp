// SQLSTATEs as Strata's errors, with the facts that the server's message holds.
#include "src/postgresql/errors.hpp"

#include <strata/runtime/error.hpp>

#include <string>

namespace strata::postgresql {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == ' '))
    text.remove_suffix(1);
  return text;
}

namespace {

/// The text of a line that begins with `label`, of libpq's verbose form.
std::string field(std::string_view message, std::string_view label) {
  for (std::size_t at = 0; at < message.size();) {
    const auto end = std::min(message.find('\n', at), message.size());
    const auto line = message.substr(at, end - at);
    if (line.starts_with(label))
      return std::string(line.substr(label.size()));
    at = end + 1;
  }
  return {};
}

/// The last name in double quotes of the first line, where a short message names the constraint.
std::string last_quoted(std::string_view message) {
  const auto line = message.substr(0, message.find('\n'));
  const auto end = line.rfind('"');
  if (end == std::string_view::npos || end == 0)
    return {};
  const auto begin = line.rfind('"', end - 1);
  if (begin == std::string_view::npos)
    return {};
  return std::string(line.substr(begin + 1, end - begin - 1));
}

/// A message's first line in its parts; what it does not have is empty.
struct first_line {
  std::string_view state;
  std::string_view text;
};

/// Without `ERROR:  `, whatever the server's language, and with the verbose form's SQLSTATE apart.
first_line parts_of(std::string_view line) {
  const auto end = line.find(":  ");
  if (end == std::string_view::npos || line.substr(0, end).find(' ') != std::string_view::npos) {
    return {{}, line};
  }
  line.remove_prefix(end + 3);
  const bool has_state = line.size() > 7 && line.substr(5, 2) == ": " &&
                         line.substr(0, 5).find(' ') == std::string_view::npos;
  return has_state ? first_line{line.substr(0, 5), line.substr(7)} : first_line{{}, line};
}

/// libpqxx 6 forgets the state of some errors, of a missing privilege for one.
std::string state_of(const pqxx::sql_error& failed) {
  if (!failed.sqlstate().empty())
    return failed.sqlstate();
  const std::string_view message = failed.what();
  return std::string(parts_of(message.substr(0, message.find('\n'))).state);
}

/// The message without what only a server's developer reads.
std::string readable(std::string_view message) {
  std::string text;
  for (std::size_t at = 0; at < message.size();) {
    const auto end = std::min(message.find('\n', at), message.size());
    const auto line = message.substr(at, end - at);
    const bool is_detail =
        line.find(" NAME:  ") != std::string_view::npos || line.starts_with("LOCATION:  ");
    if (!is_detail) {
      text += text.empty() ? std::string(parts_of(line).text) : "\n" + std::string(line);
    }
    at = end + 1;
  }
  return std::string(trimmed(text));
}

std::string constraint_in(std::string_view message) {
  std::string name = field(message, "CONSTRAINT NAME:  ");
  return name.empty() ? last_quoted(message) : name;
}

std::string column_in(std::string_view message) { return field(message, "COLUMN NAME:  "); }

[[noreturn]] void throw_violation(const std::string& state,
                                  const std::string& text,
                                  std::string_view message,
                                  error_facts facts) {
  facts.constraint = state == "23502" ? column_in(message) : constraint_in(message);
  if (state == "23505") {
    facts.code = "R071";
    throw unique_violation(text, facts);
  }
  if (state == "23503" || state == "23001") {
    facts.code = "R072";
    throw foreign_key_violation(text, facts);
  }
  if (state == "23502") {
    facts.code = "R073";
    throw not_null_violation(text, facts);
  }
  if (state == "23514") {
    facts.code = "R074";
    throw check_violation(text, facts);
  }
  if (state == "23P01") {
    facts.code = "R075";
    throw exclusion_violation(text, facts);
  }
  facts.code = "R070";
  throw constraint_violation(text, facts);
}

/// Class 08, and the states with which a server ends a session.
bool ends_the_session(std::string_view state) {
  return state.starts_with("08") || state == "57P01" || state == "57P02" || state == "57P03" ||
         state == "57P05" || state == "53300";
}

} // namespace

void throw_sql_error(const pqxx::sql_error& failed, std::string_view statement) {
  const std::string state = state_of(failed);
  const std::string message = failed.what();
  const std::string text = readable(message);
  error_facts facts{.code = "R060", .sqlstate = state, .statement = std::string(statement)};
  if (state.starts_with("23"))
    throw_violation(state, text, message, std::move(facts));
  if (state == "55P03") {
    facts.code = "R066";
    throw lock_timeout(text, facts);
  }
  if (state == "26000" || state == "42P05") {
    facts.code = "R007";
    throw query_error(text + "; behind a pooler that changes the server connection between "
                             "transactions prepare nothing: strata::connection(url, {.prepare = "
                             "false})",
                      facts);
  }
  if (ends_the_session(state)) {
    facts.code = "R004";
    throw connection_error(text, facts);
  }
  throw query_error(text, facts);
}

void throw_broken_connection(const std::exception& failed, std::string_view statement) {
  const std::string_view message = failed.what();
  error_facts facts{.code = "R004", .statement = std::string(statement)};
  // The server calls a wrong number of parameters a breach of its protocol, and libpqxx all such
  // breaches a broken connection.
  if (message.find("bind message supplies") != std::string_view::npos) {
    facts.code = "R061";
    facts.sqlstate = "08P01";
    throw query_error(readable(message), facts);
  }
  throw connection_error(readable(message), facts);
}

void throw_driver_error(const std::exception& failed, std::string_view statement) {
  throw query_error(std::string(trimmed(failed.what())),
                    {.code = "R060", .statement = std::string(statement)});
}

} // namespace strata::postgresql
