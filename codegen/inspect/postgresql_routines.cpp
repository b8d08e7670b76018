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
    " WHERE p.prokind IN ('f', 'p', 'w') AND" STRATA_USER_NAMESPACE
    // A range type makes its constructors.
    "AND NOT EXISTS (SELECT FROM pg_depend x WHERE x.classid = 'pg_proc'::regclass"
    " AND x.objid = p.oid AND x.deptype IN ('e', 'i'))";

void read_functions(postgresql_catalogue& catalogue) {
  for (const auto& row : catalogue.ask(functions_query)) {
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

/// The server prints no definition of an aggregate: its parts, in the words of CREATE AGGREGATE.
constexpr const char* aggregates_query =
    "SELECT n.nspname, p.proname, pg_get_function_arguments(p.oid), concat_ws(', ',"
    " 'SFUNC = ' || a.aggtransfn, 'STYPE = ' || format_type(a.aggtranstype, NULL),"
    " 'SSPACE = ' || nullif(a.aggtransspace, 0),"
    " 'FINALFUNC = ' || nullif(a.aggfinalfn::oid, 0)::regproc,"
    " CASE WHEN a.aggfinalextra THEN 'FINALFUNC_EXTRA' END,"
    // By itself, ordered sets may be read and written, others are only read.
    " CASE WHEN a.aggfinalfn <> 0 AND a.aggfinalmodify <>"
    "  CASE a.aggkind WHEN 'n' THEN 'r' ELSE 'w' END THEN 'FINALFUNC_MODIFY = ' ||"
    "  CASE a.aggfinalmodify WHEN 'r' THEN 'READ_ONLY' WHEN 's' THEN 'SHAREABLE'"
    "   ELSE 'READ_WRITE' END END,"
    " 'COMBINEFUNC = ' || nullif(a.aggcombinefn::oid, 0)::regproc,"
    " 'SERIALFUNC = ' || nullif(a.aggserialfn::oid, 0)::regproc,"
    " 'DESERIALFUNC = ' || nullif(a.aggdeserialfn::oid, 0)::regproc,"
    " 'INITCOND = ' || quote_literal(a.agginitval),"
    " 'MSFUNC = ' || nullif(a.aggmtransfn::oid, 0)::regproc,"
    " 'MINVFUNC = ' || nullif(a.aggminvtransfn::oid, 0)::regproc,"
    " 'MSTYPE = ' || CASE WHEN a.aggmtranstype <> 0 THEN format_type(a.aggmtranstype, NULL) END,"
    " 'MSSPACE = ' || nullif(a.aggmtransspace, 0),"
    " 'MFINALFUNC = ' || nullif(a.aggmfinalfn::oid, 0)::regproc,"
    " CASE WHEN a.aggmfinalextra THEN 'MFINALFUNC_EXTRA' END,"
    " CASE WHEN a.aggmfinalfn <> 0 AND a.aggmfinalmodify <>"
    "  CASE a.aggkind WHEN 'n' THEN 'r' ELSE 'w' END THEN 'MFINALFUNC_MODIFY = ' ||"
    "  CASE a.aggmfinalmodify WHEN 'r' THEN 'READ_ONLY' WHEN 's' THEN 'SHAREABLE'"
    "   ELSE 'READ_WRITE' END END,"
    " 'MINITCOND = ' || quote_literal(a.aggminitval),"
    " (SELECT format('SORTOP = OPERATOR(%I.%s)', sn.nspname, s.oprname) FROM pg_operator s"
    "  JOIN pg_namespace sn ON sn.oid = s.oprnamespace WHERE s.oid = a.aggsortop),"
    " CASE p.proparallel WHEN 's' THEN 'PARALLEL = SAFE' WHEN 'r' THEN 'PARALLEL = RESTRICTED' END,"
    " CASE a.aggkind WHEN 'h' THEN 'HYPOTHETICAL' END),"
    " obj_description(p.oid, 'pg_proc'), p.oid"
    " FROM pg_aggregate a JOIN pg_proc p ON p.oid = a.aggfnoid"
    " JOIN pg_namespace n ON n.oid = p.pronamespace"
    " WHERE" STRATA_USER_NAMESPACE "AND" STRATA_NOT_OF_EXTENSION("pg_proc", "p.oid");

void read_aggregates(postgresql_catalogue& catalogue) {
  for (const auto& row : catalogue.ask(aggregates_query)) {
    model::function& aggregate = catalogue.schema.functions.emplace_back();
    aggregate.of = model::function::kind::aggregate;
    aggregate.name = catalogue.name(row[0], row[1]);
    // Without arguments it is called with a star.
    aggregate.parameters = text(row[2]).empty() ? "*" : text(row[2]);
    aggregate.definition = {"(" + text(row[3]) + ")", {}};
    aggregate.comment = text(row[4]);
    aggregate.depends_on = catalogue.needs_of(row[5]);
  }
}

/// `CREATE TRIGGER name events ON schema.table action`: split at the table's name.
constexpr const char* triggers_query =
    "SELECT n.nspname, c.relname, t.tgname, substr(d.rest, 1, strpos(d.rest, d.mark) - 1),"
    " substr(d.rest, strpos(d.rest, d.mark) + length(d.mark)), obj_description(t.oid, "
    "'pg_trigger'),"
    " t.oid, t.tgconstraint <> 0, t.tgenabled"
    " FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid"
    " JOIN pg_namespace n ON n.oid = c.relnamespace"
    " CROSS JOIN LATERAL (SELECT substr(pg_get_triggerdef(t.oid, false),"
    "   length(format('CREATE %sTRIGGER %I ', CASE WHEN t.tgconstraint <> 0 THEN 'CONSTRAINT ' "
    "ELSE '' END, t.tgname)) + 1) AS rest,"
    "   format(' ON %I.%I ', n.nspname, c.relname) AS mark) d"
    " WHERE NOT t.tgisinternal AND t.tgparentid = 0 AND" STRATA_USER_NAMESPACE
    "AND" STRATA_NOT_OF_EXTENSION("pg_trigger", "t.oid");

} // namespace

model::firing read_firing(const pqxx::field& field) {
  switch (field.c_str()[0]) {
  case 'D':
    return model::firing::disabled;
  case 'R':
    return model::firing::replica;
  case 'A':
    return model::firing::always;
  default:
    return model::firing::origin;
  }
}

void read_routines(postgresql_catalogue& catalogue) {
  read_functions(catalogue);
  read_aggregates(catalogue);
  for (const auto& row : catalogue.ask(triggers_query)) {
    if (text(row[1]) == catalogue.history_table)
      continue;
    model::trigger& trigger = catalogue.schema.triggers.emplace_back();
    trigger.table = catalogue.name(row[0], row[1]);
    trigger.name = text(row[2]);
    trigger.events = only_postgresql(row[3]);
    trigger.action = only_postgresql(row[4]);
    trigger.comment = text(row[5]);
    trigger.depends_on = catalogue.needs_of(row[6]);
    trigger.constraint = is_true(row[7]);
    trigger.enabled = read_firing(row[8]);
  }
}

} // namespace strata::codegen
