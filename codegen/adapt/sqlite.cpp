// The whole schema on SQLite. Extensions have no place there and are PostgreSQL's alone; comments
// are kept in the model only.
#include "codegen/adapt/sqlite.hpp"

#include "codegen/adapt/sqlite_lacks.hpp"
#include "codegen/adapt/sqlite_number.hpp"
#include "codegen/adapt/sqlite_parts.hpp"
#include "codegen/adapt/unsupported.hpp"
#include "codegen/sql/mention.hpp"

#include <fmt/format.h>

namespace strata::codegen {
namespace {

class schema_lowering {
public:
  schema_lowering(model::schema& schema, int minimum_version, diagnostics& out)
      : schema_(schema), minimum_version_(minimum_version), out_(out) {}

  void lower() {
    for (model::table& table : schema_.tables) {
      lower_number_expressions(table, schema_, out_); // Before types are words.
    }
    for (model::table& table : schema_.tables) {
      lower(table);
    }
    for (model::view& view : schema_.views) {
      lower(view);
    }
    for (const model::function& function : schema_.functions) {
      unsupported(
          out_,
          function.where,
          "S311",
          fmt::format("SQLite has no functions of its own, and {} is one", display(function.name)),
          "declare the function `.only(postgresql)`");
    }
    for (model::trigger& trigger : schema_.triggers) {
      lower(trigger);
    }
    refuse_further_objects(schema_, out_);
    schema_.extensions.clear();
    schema_.enumerations.clear();
    schema_.functions.clear();
    schema_.named_schemas.clear();
  }

private:
  void lower(model::table& table) {
    find_schema("table", table.name, table.where);
    if (table.unlogged) {
      unsupported(out_,
                  table.where,
                  "S322",
                  fmt::format("SQLite has no unlogged tables, and {} is one", display(table.name)),
                  "leave `.unlogged()` out, or declare the table `.only(postgresql)`");
    }
    if (table.strict && minimum_version_ < 3037000) {
      unsupported(out_,
                  table.where,
                  "S303",
                  fmt::format("STRICT of table {} needs SQLite 3.37, and the schema promises to "
                              "run on an older one",
                              display(table.name)),
                  "leave STRICT out, or write MINIMUM_SQLITE 3.37 in strata_add_schema");
    }
    refuse_properties(table, out_);
    table.unlogged = false;
    table.comment.clear();
    lower_constraints(table, out_);
    lower_columns(table, schema_, out_);
    lower_indexes(table, out_);
  }

  void lower(model::view& view) {
    find_schema("view", view.name, view.where);
    if (view.materialized) {
      unsupported(
          out_,
          view.where,
          "S312",
          fmt::format("SQLite has no materialized views, and {} is one", display(view.name)),
          "declare the view `.only(postgresql)` (and a plain one `.only(sqlite)`)");
    }
    if (!view.with.empty()) {
      unsupported(out_,
                  view.where,
                  "S312",
                  fmt::format("SQLite's views have no options, and {} has", display(view.name)),
                  "leave `.with_options(…)` out, or declare the view `.only(postgresql)`");
    }
    view.comment.clear();
  }

  void lower(model::trigger& trigger) {
    find_schema("trigger", {trigger.table.schema, trigger.name}, trigger.where);
    const std::string& action = trigger.action.sqlite;
    if (trigger.constraint || trigger.enabled != model::firing::origin) {
      unsupported(out_,
                  trigger.where,
                  "S319",
                  fmt::format("SQLite has neither constraint triggers nor ones that do not fire, "
                              "and {} is one",
                              trigger.name),
                  "declare the trigger `.only(postgresql)`");
    }
    if (sql::mentions(action, "EXECUTE FUNCTION") || sql::mentions(action, "EXECUTE PROCEDURE") ||
        sql::mentions(action, "FOR EACH STATEMENT")) {
      unsupported(out_,
                  trigger.where,
                  "S319",
                  fmt::format("SQLite's triggers hold their statements and run for each row, and "
                              "{} does not",
                              trigger.name),
                  "write sql_for(postgresql, \"…\", sqlite, \"FOR EACH ROW BEGIN … END\"), or "
                  "declare the trigger `.only(postgresql)`");
    }
    trigger.comment.clear();
  }

  void find_schema(const char* kind, const model::qualified_name& name, const model::place& where) {
    if (!name.schema.empty()) {
      unsupported(
          out_,
          where,
          "S310",
          fmt::format("SQLite has one schema, and {} {} is in {}", kind, name.name, name.schema),
          fmt::format("leave `.in_schema(…)` out, or declare the {} `.only(postgresql)`", kind));
    }
  }

  model::schema& schema_;
  int minimum_version_;
  diagnostics& out_;
};

} // namespace

void adapt_to_sqlite(model::schema& schema, int minimum_version, diagnostics& out) {
  schema_lowering(schema, minimum_version, out).lower();
}

} // namespace strata::codegen
