// Functions, procedures and triggers, as the server prints them.
#include "codegen/inspect/postgresql_catalogue.hpp"

namespace strata::codegen {
namespace {

/// What pg_get_functiondef prints before the definition is cut off by its length.
constexpr const char* functions_query =
    "SELECT n.nspname, p.proname, p.prokind = 'p', a.arguments,"
    " ltrim(substr(pg_get_functiondef(p.oid), length(format('CREATE OR REPLACE %s %I.%I(%s)',"
    "  CASE p.prokind WHEN 'p' THEN 'PROCEDURE' ELSE 'FUNCTION' END, n.nspname, p.proname, "
    "a.arguments))"
    "  + 1), E' \\n'), obj_description(p.oid, 'pg_proc'), p.oid"
    " FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace"
    " CROSS JOIN LATERAL pg_get_function_arguments(p.oid) a(arguments)"
    " WHERE p.prokind IN ('f', 'p') AND" STRATA_USER_NAMESPACE
    "AND" STRATA_NOT_OF_EXTENSION("pg_proc", "p.oid");

void read_functions(postgresql_catalogue& catalogue) {
  for (const auto& row : catalogue.work.exec(functions_query)) {
    model::function& function = catalogue.schema.functions.emplace_back();
    function.name = catalogue.name(row[0], row[1]);
    function.of =
        is_true(row[2]) ? model::function::kind::procedure : model::function::kind::function;
    function.parameters = text(row[3]);
    function.definition = only_postgresql(row[4]);
    function.comment = text(row[5]);
    function.depends_on = catalogue.needs_of(row[6]);
  }
}

/// `CREATE TRIGGER name events ON schema.table action`: split at the table's name.
constexpr const char* triggers_query =
    "SELECT n.nspname, c.relname, t.tgname, substr(d.rest, 1, strpos(d.rest, d.mark) - 1),"
    " substr(d.rest, strpos(d.rest, d.mark) + length(d.mark)), obj_description(t.oid, "
    "'pg_trigger'),"
    " t.oid"
    " FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid"
    " JOIN pg_namespace n ON n.oid = c.relnamespace"
    " CROSS JOIN LATERAL (SELECT substr(pg_get_triggerdef(t.oid, false),"
    "   length(format('CREATE TRIGGER %I ', t.tgname)) + 1) AS rest,"
    "   format(' ON %I.%I ', n.nspname, c.relname) AS mark) d"
    " WHERE NOT t.tgisinternal AND" STRATA_USER_NAMESPACE
    "AND" STRATA_NOT_OF_EXTENSION("pg_trigger", "t.oid");

} // namespace

void read_routines(postgresql_catalogue& catalogue) {
  read_functions(catalogue);
  for (const auto& row : catalogue.work.exec(triggers_query)) {
    if (text(row[1]) == catalogue.history_table)
      continue;
    model::trigger& trigger = catalogue.schema.triggers.emplace_back();
    trigger.table = catalogue.name(row[0], row[1]);
    trigger.name = text(row[2]);
    trigger.events = only_postgresql(row[3]);
    trigger.action = only_postgresql(row[4]);
    trigger.comment = text(row[5]);
    trigger.depends_on = catalogue.needs_of(row[6]);
  }
}

} // namespace strata::codegen
