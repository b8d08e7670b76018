// Which driver reads a URL.
#include "codegen/tool/live_schema.hpp"

#include "codegen/inspect/inspection_error.hpp"
#include "codegen/tool/tool_error.hpp"
#include "codegen/tool/url_secrets.hpp"

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

live_schema read_live_schema(const std::string& url) {
  try {
    if (is_postgresql(url)) {
      check_password_spelling(url);
#ifdef STRATA_TOOL_POSTGRESQL
      return read_postgresql(url);
#else
      throw tool_usage_error("this build of strata has no PostgreSQL driver");
#endif
    }
    if (url.starts_with(sqlite))
      return read_sqlite(url.substr(sqlite.size()));
  } catch (const inspection_error& problem) {
    throw tool_error(std::string("the database cannot be read whole: ") + problem.what());
  }
  throw tool_usage_error("a database is named by postgresql://… or sqlite:PATH");
}

} // namespace strata::codegen
