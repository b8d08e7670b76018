// Which driver reads a URL.
#include "codegen/tool/live_schema.hpp"

#include "codegen/inspect/inspection_error.hpp"
#include "codegen/tool/tool_error.hpp"
#include "codegen/tool/url_secrets.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace strata::codegen {

namespace {

constexpr std::string_view sqlite = "sqlite:";

bool is_postgresql(const std::string& url) {
  return url.starts_with("postgresql://") || url.starts_with("postgres://");
}

} // namespace

bool is_database_url(const std::string& text) {
  return is_postgresql(text) || text.starts_with(sqlite);
}

void refuse_not_valid(const model::schema& schema) {
  std::string found;
  const auto look_into = [&](const auto& owners) {
    for (const auto& owner : owners) {
      for (const model::index& each : owner.indexes) {
        if (each.not_valid)
          found +=
              fmt::format("{}{} of {}", found.empty() ? "" : ", ", each.name, display(owner.name));
      }
    }
  };
  look_into(schema.tables);
  look_into(schema.views);
  if (!found.empty())
    throw tool_error("an index is not valid, since its building failed: " + found +
                     "; REINDEX or drop it");
}

void check_left_out(const left_out& one, const left_out& other) {
  const std::vector<std::string> here = one.not_found();
  for (const std::string& each : other.not_found()) {
    if (std::ranges::find(here, each) != here.end()) {
      throw tool_usage_error(fmt::format("--leave-out '{}' names nothing that cannot be read; it "
                                         "takes names as the error spells them",
                                         each));
    }
  }
}

void check_left_out(const left_out& one) { check_left_out(one, one); }

namespace {

std::string meaning_of_leaving_out(const std::string& object) {
  if (object.starts_with("publication "))
    return "it is neither compared nor changed; a table that is dropped, or partitioned anew, is "
           "no longer published, and has to be added to it again";
  if (object.starts_with("default privileges "))
    return "they are neither compared nor changed; what the change makes gets them from the "
           "server, and a second diff shows where that is too much or too little";
  return "it is neither compared nor changed";
}

} // namespace

live_schema read_live_schema(const std::string& url,
                             left_out& without,
                             [[maybe_unused]] const default_schema_choice& choose) {
  try {
    if (is_postgresql(url)) {
      check_password_spelling(url);
#ifdef STRATA_TOOL_POSTGRESQL
      return read_postgresql(url, without, choose);
#else
      throw tool_usage_error("this build of strata has no PostgreSQL driver");
#endif
    }
    if (url.starts_with(sqlite))
      return read_sqlite(url.substr(sqlite.size()), without);
  } catch (const inspection_error& problem) {
    const std::string& first = problem.unsupported().front();
    throw tool_error(fmt::format("the database cannot be read whole: {} (--leave-out '{}', and so "
                                 "on, reads the rest: {})",
                                 problem.what(),
                                 first,
                                 meaning_of_leaving_out(first)));
  }
  throw tool_usage_error("a database is named by postgresql://… or sqlite:PATH");
}

} // namespace strata::codegen
