// The words differ, in the server's language: it is made to say them once more.
#include "src/runtime/statement_limit.hpp"

#include <string_view>

namespace strata::detail {
namespace {

constexpr std::string_view query_canceled = "57014";

std::string_view first_line(const error& of) {
  const std::string_view text = of.what();
  return text.substr(0, text.find('\n'));
}

} // namespace

bool reached_limit(session& db, const query_error& failed) {
  if (failed.facts().sqlstate != query_canceled)
    return false;
  bool is_same = false;
  db.execute("BEGIN; SET LOCAL statement_timeout = 1");
  try {
    db.query("SELECT pg_catalog.pg_sleep(60)");
  } catch (const query_error& limited) {
    is_same = first_line(limited) == first_line(failed);
  }
  db.execute("ROLLBACK");
  return is_same;
}

} // namespace strata::detail
