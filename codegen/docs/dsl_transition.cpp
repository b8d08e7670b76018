// Transitions, entry by entry.
#include "codegen/docs/dsl_object.hpp"

#include <fmt/format.h>

namespace strata::codegen::dsl {
namespace {

const char* kind_word(model::object_kind kind) {
  switch (kind) {
  case model::object_kind::schema:
    return "schema";
  case model::object_kind::extension:
    return "extension";
  case model::object_kind::enumeration:
    return "enumeration";
  case model::object_kind::enum_value:
    return "enum_value";
  case model::object_kind::table:
    return "table";
  case model::object_kind::column:
    return "column";
  case model::object_kind::constraint:
    return "constraint";
  case model::object_kind::index:
    return "index";
  case model::object_kind::view:
    return "view";
  case model::object_kind::function:
    return "function";
  case model::object_kind::trigger:
    return "trigger";
  case model::object_kind::sequence:
    return "sequence";
  case model::object_kind::domain:
    return "domain";
  case model::object_kind::composite_type:
    return "composite_type";
  case model::object_kind::range_type:
    return "range_type";
  case model::object_kind::attribute:
    return "attribute";
  case model::object_kind::rule:
    return "rule";
  case model::object_kind::policy:
    return "policy";
  case model::object_kind::statistics:
    return "statistics";
  case model::object_kind::grant:
    return "grant";
  case model::object_kind::reference_row:
    break;
  }
  return "reference_row";
}

std::string owned(const model::qualified_name& owner, const model::qualified_name& it) {
  return owner.name.empty() ? name(it) : fmt::format("{}, {}", name(owner), text(it.name));
}

std::string option_sql(const char* option, const model::sql_text& of) {
  return of.empty() ? "" : fmt::format(".{}({})", option, sql(of));
}

std::string entry(const model::rename& of) {
  return fmt::format(
             "rename_{}({}, {})", kind_word(of.kind), owned(of.owner, of.from), text(of.to)) +
         option("because", of.because);
}

std::string entry(const model::drop& of) {
  return fmt::format("drop_{}({})", kind_word(of.kind), owned(of.owner, of.name)) +
         option("because", of.because) + option_sql("down", of.down_value);
}

std::string entry(const model::conversion& of) {
  return fmt::format(
             "convert_column({}, {}, {})", name(of.table), text(of.column), sql(of.using_sql)) +
         option_sql("down", of.down_sql);
}

std::string entry(const model::backfill& of) {
  std::string words =
      fmt::format("backfill({}, {}, {})", name(of.table), text(of.column), sql(of.expression));
  words += option_sql("where", of.where_sql) + option_sql("down", of.down_sql);
  if (of.with == model::backfill::triggers::fire)
    words += ".fires_triggers()";
  if (of.with == model::backfill::triggers::do_not_fire)
    words += ".without_triggers()";
  return words;
}

std::string entry(const model::acceptance& of) {
  return fmt::format("accept({}, {})", of.hazard, text(of.object)) + option("because", of.because);
}

std::string entry(const model::custom_sql& of) {
  const bool before = of.when == model::custom_sql::timing::before;
  return fmt::format("{}({})", before ? "before" : "after", sql(of.up)) +
         option_sql("down", of.down) + (of.compatible ? ".compatible()" : "") +
         (of.in_transaction ? "" : ".outside_transaction()") +
         option_sql("done_when", of.done_when);
}

template <typename Entry>
void add(std::vector<std::string>& to, const std::vector<Entry>& entries) {
  for (const Entry& each : entries)
    to.push_back(entry(each));
}

} // namespace

std::string transition(const model::transition& of) {
  std::vector<std::string> entries;
  add(entries, of.renames);
  add(entries, of.drops);
  add(entries, of.conversions);
  add(entries, of.backfills);
  add(entries, of.acceptances);
  add(entries, of.statements);
  if (of.irreversible)
    entries.push_back(fmt::format("irreversible({})", text(*of.irreversible)));
  if (of.fast)
    entries.emplace_back("fast()");
  return entries.empty() ? "" : call("transition", entries, 8);
}

} // namespace strata::codegen::dsl
