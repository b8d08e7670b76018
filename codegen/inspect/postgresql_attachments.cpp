// Rules, policies and statistics.
#include "codegen/inspect/postgresql_catalogue.hpp"

namespace strata::codegen {
namespace {

/// `CREATE RULE name AS ON event TO schema.table action;`: cut off behind the table's name.
constexpr const char* rules_query =
    "SELECT n.nspname, c.relname, r.rulename, r.ev_type, r.ev_enabled, r.ev_class,"
    " rtrim(ltrim(substr(d.rest, strpos(d.rest, d.mark) + length(d.mark)), E' \\n'), ';'),"
    " obj_description(r.oid, 'pg_rewrite')"
    " FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class"
    " JOIN pg_namespace n ON n.oid = c.relnamespace"
    " CROSS JOIN LATERAL (SELECT pg_get_ruledef(r.oid) AS rest,"
    "  format(' TO %I.%I', n.nspname, c.relname) AS mark) d"
    " WHERE r.rulename <> '_RETURN' AND" STRATA_USER_NAMESPACE
    "AND" STRATA_NOT_OF_EXTENSION("pg_class", "c.oid") "ORDER BY 1, 2, 3";

const char* event_of(const pqxx::field& field) {
  switch (field.c_str()[0]) {
  case '1':
    return "SELECT";
  case '2':
    return "UPDATE";
  case '3':
    return "INSERT";
  default:
    return "DELETE";
  }
}

void read_rules(postgresql_catalogue& catalogue) {
  for (const auto& row : catalogue.ask(rules_query)) {
    model::rule& rule = catalogue.schema.rules.emplace_back();
    rule.table = catalogue.name(row[0], row[1]);
    rule.name = text(row[2]);
    rule.event = event_of(row[3]);
    rule.enabled = read_firing(row[4]);
    rule.depends_on = catalogue.needs_of(row[5]);
    rule.action = only_postgresql(row[6]);
    rule.comment = text(row[7]);
  }
}

constexpr const char* policies_query =
    "SELECT p.oid, n.nspname, c.relname, p.polname, p.polcmd, p.polpermissive,"
    " pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid),"
    " obj_description(p.oid, 'pg_policy'), r.rolname"
    " FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid"
    " JOIN pg_namespace n ON n.oid = c.relnamespace"
    " LEFT JOIN pg_roles r ON r.oid = ANY (p.polroles)"
    " WHERE" STRATA_USER_NAMESPACE "ORDER BY p.oid, r.rolname";

model::policy::command command_of(const pqxx::field& field) {
  using enum model::policy::command;
  switch (field.c_str()[0]) {
  case 'r':
    return select;
  case 'a':
    return insert;
  case 'w':
    return update;
  case 'd':
    return delete_;
  default:
    return all;
  }
}

void read_policies(postgresql_catalogue& catalogue) {
  object_id last = 0;
  for (const auto& row : catalogue.ask(policies_query)) {
    auto& all = catalogue.schema.policies;
    if (const auto id = row[0].as<object_id>(); id != last || all.empty()) {
      last = id;
      model::policy& policy = all.emplace_back();
      policy.table = catalogue.name(row[1], row[2]);
      policy.name = text(row[3]);
      policy.of = command_of(row[4]);
      policy.restrictive = !is_true(row[5]);
      policy.using_sql = only_postgresql(row[6]);
      policy.check_sql = only_postgresql(row[7]);
      policy.comment = text(row[8]);
      policy.depends_on = catalogue.needs_of(row[0]);
      std::erase(policy.depends_on, policy.table);
    }
    if (!row[9].is_null())
      all.back().roles.push_back(text(row[9]));
  }
}

constexpr const char* statistics_query =
    "SELECT sn.nspname, s.stxname, n.nspname, c.relname,"
    " substring(pg_get_statisticsobjdef(s.oid) FROM ' ON (.*) FROM '),"
    " 'd' = ANY (s.stxkind), 'f' = ANY (s.stxkind), 'm' = ANY (s.stxkind),"
    " nullif(s.stxstattarget, -1), obj_description(s.oid, 'pg_statistic_ext')"
    " FROM pg_statistic_ext s JOIN pg_namespace sn ON sn.oid = s.stxnamespace"
    " JOIN pg_class c ON c.oid = s.stxrelid JOIN pg_namespace n ON n.oid = c.relnamespace"
    " WHERE" STRATA_USER_NAMESPACE "AND" STRATA_NOT_OF_EXTENSION("pg_statistic_ext", "s.oid");

void read_statistics(postgresql_catalogue& catalogue) {
  for (const auto& row : catalogue.ask(statistics_query)) {
    model::statistics& statistics = catalogue.schema.statistics_objects.emplace_back();
    statistics.name = catalogue.name(row[0], row[1]);
    statistics.table = catalogue.name(row[2], row[3]);
    statistics.on = text(row[4]);
    const bool all = is_true(row[5]) && is_true(row[6]) && is_true(row[7]);
    if (!all && is_true(row[5]))
      statistics.kinds.emplace_back("ndistinct");
    if (!all && is_true(row[6]))
      statistics.kinds.emplace_back("dependencies");
    if (!all && is_true(row[7]))
      statistics.kinds.emplace_back("mcv");
    if (!row[8].is_null())
      statistics.target = row[8].as<std::int64_t>();
    statistics.comment = text(row[9]);
  }
}

} // namespace

void read_attachments(postgresql_catalogue& catalogue) {
  read_rules(catalogue);
  read_policies(catalogue);
  read_statistics(catalogue);
}

} // namespace strata::codegen
