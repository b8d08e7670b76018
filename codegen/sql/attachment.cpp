// Rules, policies, statistics and grants.
#include "codegen/sql/definition.hpp"
#include "codegen/sql/further.hpp"
#include "codegen/sql/quote.hpp"

#include <fmt/format.h>

#include <array>

namespace strata::codegen::sql {
namespace {

std::string on_table(const std::string& name, const model::qualified_name& table) {
  return fmt::format("{} ON {}", quote(name), quote(table));
}

std::string role_list(const std::vector<std::string>& roles) {
  return roles.empty() ? "PUBLIC" : quote_list(roles);
}

std::string rule_firing(const model::rule& of) {
  return fmt::format(
      "ALTER TABLE {} {} RULE {};", quote(of.table), firing_words(of.enabled), quote(of.name));
}

std::string condition(const char* words, const model::sql_text& of) {
  return of.postgresql.empty() ? "" : fmt::format("\n  {} ({})", words, of.postgresql);
}

std::string target(const model::statistics& of) {
  return fmt::format(
      "ALTER STATISTICS {} SET STATISTICS {};", quote(of.name), of.target.value_or(-1));
}

std::string granted(const model::grant& of) {
  std::string what = of.privilege;
  if (!of.columns.empty()) {
    what += " (" + quote_list(of.columns) + ")";
  }
  constexpr std::array<const char*, 6> words = {
      "TABLE ", "TABLE ", "SEQUENCE ", "SCHEMA ", "ROUTINE ", "TYPE "};
  std::string object = quote(of.object);
  if (of.on == model::grant::object_class::function) {
    object += "(" + routine_signature(of.parameters) + ")";
  }
  return fmt::format("{} ON {}{}", what, words.at(static_cast<std::size_t>(of.on)), object);
}

std::string grantee(const model::grant& of) {
  return of.grantee.empty() ? "PUBLIC" : quote(of.grantee);
}

std::string give(const model::grant& of) {
  return fmt::format(
      "GRANT {} TO {}{};", granted(of), grantee(of), of.grantable ? " WITH GRANT OPTION" : "");
}

std::string take(const model::grant& of) {
  return fmt::format("REVOKE {} FROM {};", granted(of), grantee(of));
}

} // namespace

const char* firing_words(model::firing when) {
  constexpr std::array<const char*, 4> words = {
      "ENABLE", "DISABLE", "ENABLE REPLICA", "ENABLE ALWAYS"};
  return words.at(static_cast<std::size_t>(when));
}

std::string creation(const model::rule& of) {
  return fmt::format("CREATE RULE {} AS\n  ON {} TO {}\n  {};{}",
                     quote(of.name),
                     of.event,
                     quote(of.table),
                     of.action.postgresql,
                     of.enabled == model::firing::origin ? "" : "\n" + rule_firing(of));
}

std::string alteration(const model::rule&, const model::rule& after) { return rule_firing(after); }

std::string removal(const model::rule& of) {
  return fmt::format("DROP RULE {};", on_table(of.name, of.table));
}

std::string creation(const model::policy& of) {
  constexpr std::array<const char*, 5> commands = {"ALL", "SELECT", "INSERT", "UPDATE", "DELETE"};
  std::string text = "CREATE POLICY " + on_table(of.name, of.table);
  text += of.restrictive ? " AS RESTRICTIVE" : "";
  text += fmt::format(
      " FOR {} TO {}", commands.at(static_cast<std::size_t>(of.of)), role_list(of.roles));
  return text + condition("USING", of.using_sql) + condition("WITH CHECK", of.check_sql) + ';';
}

std::string alteration(const model::policy& before, const model::policy& after) {
  std::string text = "ALTER POLICY " + on_table(after.name, after.table);
  if (before.roles != after.roles) {
    text += " TO " + role_list(after.roles);
  }
  if (before.using_sql != after.using_sql) {
    text += condition("USING", after.using_sql);
  }
  if (before.check_sql != after.check_sql) {
    text += condition("WITH CHECK", after.check_sql);
  }
  return text + ';';
}

std::string removal(const model::policy& of) {
  return fmt::format("DROP POLICY {};", on_table(of.name, of.table));
}

std::string creation(const model::statistics& of) {
  return fmt::format("CREATE STATISTICS {}{}\n  ON {} FROM {};{}",
                     quote(of.name),
                     of.kinds.empty() ? "" : fmt::format(" ({})", fmt::join(of.kinds, ", ")),
                     of.on,
                     quote(of.table),
                     of.target ? "\n" + target(of) : "");
}

std::string alteration(const model::statistics&, const model::statistics& after) {
  return target(after);
}

std::string removal(const model::statistics& of) {
  return fmt::format("DROP STATISTICS {};", quote(of.name));
}

std::string creation(const model::grant& of) { return of.revoked ? take(of) : give(of); }

std::string removal(const model::grant& of) { return of.revoked ? give(of) : take(of); }

} // namespace strata::codegen::sql
