// An owner can make triggers on a table, whose functions run as who writes into it.
#include "src/runtime/history.hpp"
#include "src/runtime/own_statement.hpp"
#include "src/runtime/quote.hpp"
#include "src/runtime/values.hpp"

#include <strata/runtime/error.hpp>

#include <fmt/format.h>

namespace strata::detail {
namespace {

// By the catalogue alone: pg_has_role says yes to a superuser, who is to be kept from it most.
constexpr const char* strange_owner =
    "WITH RECURSIVE own(oid) AS (SELECT oid FROM pg_roles WHERE rolname = current_user UNION "
    "SELECT "
    "m.roleid FROM pg_auth_members m JOIN own ON own.oid = m.member) SELECT o.rolname, "
    "current_user "
    "FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_roles o ON o.oid = "
    "c.relowner JOIN pg_database d ON d.datname = current_database() WHERE n.nspname = {} AND "
    "c.relname = {} AND NOT o.rolsuper AND o.oid NOT IN (SELECT oid FROM own) AND o.oid <> "
    "d.datdba "
    "AND o.oid <> n.nspowner";

} // namespace

void history::require_trusted_owner() {
  if (session_->dialect() == dialect::sqlite)
    return;
  const auto answer =
      ask(*session_,
          fmt::format(fmt::runtime(strange_owner), quoted_text(schema()), quoted_text(table_)));
  if (answer.rows.empty())
    return;
  throw migration_error(
      fmt::format("[R090] the history {} belongs to {}, whose triggers would run as {}\nmake sure "
                  "that it has no trigger that you do not know, then type: ALTER TABLE {} OWNER TO "
                  "{}\nor name another history with --history-table",
                  qualified_name(),
                  as_text(answer.rows.at(0).at(0)),
                  as_text(answer.rows.at(0).at(1)),
                  qualified_name(),
                  quoted_name(as_text(answer.rows.at(0).at(1)))),
      {.code = "R090"});
}

} // namespace strata::detail
