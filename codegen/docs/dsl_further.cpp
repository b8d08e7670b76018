// What PostgreSQL alone has: sequences, types, what hangs on tables, and privileges.
#include "codegen/docs/dsl_object.hpp"
#include "codegen/docs/dsl_table.hpp"

#include <fmt/format.h>

#include <array>

namespace strata::codegen::dsl {
namespace {

std::string option_sql(const char* name, const model::sql_text& of) {
  return of.empty() ? "" : fmt::format("\n    .{}({})", name, sql(of));
}

std::string to_roles(const std::vector<std::string>& roles) {
  return roles.empty() ? "" : fmt::format(".to({})", names(roles));
}

std::string object_of(const model::grant& of) {
  using on = model::grant::object_class;
  switch (of.on) {
  case on::table:
    return fmt::format(".on_table({})", name(of.object));
  case on::column:
    return fmt::format(".on_columns({}, {})", name(of.object), names(of.columns));
  case on::sequence:
    return fmt::format(".on_sequence({})", name(of.object));
  case on::schema:
    return fmt::format(".on_schema({})", text(of.object.name));
  case on::function:
    return fmt::format(".on_function({}, {})", name(of.object), text(of.parameters));
  case on::type:
    break;
  }
  return fmt::format(".on_type({})", name(of.object));
}

} // namespace

std::string named_schema(const model::named_schema& of) {
  return fmt::format("named_schema({})", text(of.name)) + option("comment", of.comment);
}

std::string sequence(const model::sequence& of) {
  std::string words = fmt::format("sequence({})", text(of.name.name));
  if (of.type != model::type_kind::bigint)
    words += counting_in(of.type);
  words += counting(of);
  if (!of.owner_table.name.empty())
    words += fmt::format(".owned_by({}, {})", name(of.owner_table), text(of.owner_column));
  return words + common_options(of);
}

std::string domain(const model::domain& of, const variables& in) {
  std::vector<std::string> parts = {text(of.name.name), type(of.type, in)};
  for (const model::check_constraint& each : of.checks)
    parts.push_back(check(each));
  std::string words =
      parts.size() > 2 ? call("domain", parts) : fmt::format("domain({})", fmt::join(parts, ", "));
  words += flag("not_null", !of.nullable);
  if (of.default_to)
    words += fmt::format(".default_({})", default_value(*of.default_to));
  return words + option("collate", of.collation) + common_options(of);
}

std::string composite_type(const model::composite_type& of, const variables& in) {
  std::vector<std::string> parts = {text(of.name.name)};
  for (const auto& each : of.attributes)
    parts.push_back(fmt::format("attribute({}, {})", text(each.name), type(each.type, in)) +
                    option("collate", each.collation) + option("comment", each.comment));
  return call("composite_type", parts) + common_options(of);
}

std::string range_type(const model::range_type& of, const variables& in) {
  return fmt::format("range_type({}, {})", text(of.name.name), type(of.subtype, in)) +
         option("with_options", of.options) + common_options(of);
}

std::string rule(const model::rule& of) {
  return call("rule", {text(of.name), name(of.table), text(of.event), sql(of.action)}) +
         firing(of.enabled) + depends_on(of.depends_on) + only(of.only) +
         option("comment", of.comment);
}

std::string policy(const model::policy& of) {
  constexpr std::array<const char*, 5> commands = {
      "", ".for_select()", ".for_insert()", ".for_update()", ".for_delete()"};
  return fmt::format("policy({}, {})", text(of.name), name(of.table)) +
         flag("restrictive", of.restrictive) + commands.at(static_cast<std::size_t>(of.of)) +
         to_roles(of.roles) + option_sql("using_", of.using_sql) +
         option_sql("with_check", of.check_sql) + depends_on(of.depends_on) + only(of.only) +
         option("comment", of.comment);
}

std::string statistics(const model::statistics& of) {
  std::string words =
      fmt::format("statistics({}, {}, {})", text(of.name.name), name(of.table), text(of.on));
  if (!of.kinds.empty())
    words += fmt::format(".kinds({})", names(of.kinds));
  return words + option("statistics_target", of.target) + common_options(of);
}

std::string grants(const std::vector<model::grant>& of) {
  const model::grant& first = of.front();
  std::vector<std::string> privileges;
  for (const model::grant& each : of)
    privileges.push_back(each.privilege);
  const std::string words =
      fmt::format("{}({})", first.revoked ? "revoke_from_public" : "grant", names(privileges)) +
      object_of(first);
  if (first.revoked)
    return words + only(first.only);
  return words + (first.grantee.empty() ? ".to_public()" : to_roles({first.grantee})) +
         flag("with_grant_option", first.grantable) + only(first.only);
}

} // namespace strata::codegen::dsl
