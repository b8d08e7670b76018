// Nothing in the opening comment changes when a version is sealed: its file stays byte for byte.
#include "codegen/cli/sql_file.hpp"

#include <fmt/format.h>

namespace strata::codegen {
namespace {

constexpr std::size_t slug_length = 40;

const char* word(sql_form form) {
  switch (form) {
  case sql_form::up:
    return "up";
  case sql_form::down:
    return "down";
  case sql_form::plain:
    break;
  }
  return "plain";
}

const char* direction_word(sql_form form) {
  switch (form) {
  case sql_form::up:
    return "up, from the version before";
  case sql_form::down:
    return "down, to the version before";
  case sql_form::plain:
    break;
  }
  return "up in one transaction, for a database in which nobody else works";
}

/// On one line, whatever the title holds.
std::string in_a_comment(const std::string& title) {
  std::string line;
  for (const char c : title) {
    line += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  }
  return line;
}

} // namespace

std::string slug(const std::string& title) {
  std::string out;
  for (const char c : title) {
    const bool upper = c >= 'A' && c <= 'Z';
    if (upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      out += upper ? static_cast<char>(c - 'A' + 'a') : c;
    } else if (!out.empty() && out.back() != '_') {
      out += '_';
    }
  }
  out.resize(std::min(out.size(), slug_length));
  while (!out.empty() && out.back() == '_') {
    out.pop_back();
  }
  return out;
}

std::string sql_file_name(const model::version& version, model::dialect on, sql_form form) {
  const std::string words = slug(version.title);
  return fmt::format("{}/{:04}{}{}.{}.sql",
                     on == model::dialect::postgresql ? "postgresql" : "sqlite",
                     version.number,
                     words.empty() ? "" : "_",
                     words,
                     word(form));
}

std::string sql_file_text(const model::version& version,
                          model::dialect on,
                          sql_form form,
                          const std::string& header,
                          const std::string& body) {
  const std::string title = in_a_comment(version.title);
  return fmt::format(
      "-- Version {0}{1}{2}, on {3}: {4}.\n"
      "-- Printed from {5}, which is where to change it. Once version {0} is sealed, "
      "this file is\n-- what runs: nobody edits it then, and it is not printed "
      "again.\n\n{6}",
      version.number,
      title.empty() ? "" : ", ",
      title,
      on == model::dialect::postgresql ? "PostgreSQL" : "SQLite",
      direction_word(form),
      header,
      body);
}

} // namespace strata::codegen
