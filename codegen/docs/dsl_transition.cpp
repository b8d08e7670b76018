// Transitions, entry by entry.
#include "codegen/docs/dsl_object.hpp"

#include "codegen/compose/dsl_words.hpp"

#include <fmt/format.h>

namespace strata::codegen::dsl {
namespace {

std::string owned(const model::qualified_name& owner, const model::qualified_name& it) {
  return owner.name.empty() ? name(it) : fmt::format("{}, {}", name(owner), text(it.name));
}

std::string statement_option(const char* option, const model::sql_text& of) {
  return of.empty() ? "" : fmt::format(".{}({})", option, sql(of));
}

std::string entry(const model::rename& of) {
  return fmt::format(
             "rename_{}({}, {})", entry_suffix(of.kind), owned(of.owner, of.from), text(of.to)) +
         option("because", of.because);
}

std::string entry(const model::drop& of) {
  return fmt::format("drop_{}({})", entry_suffix(of.kind), owned(of.owner, of.name)) +
         option("because", of.because) + statement_option("down", of.down_value);
}

std::string entry(const model::conversion& of) {
  return fmt::format(
             "convert_column({}, {}, {})", name(of.table), text(of.column), sql(of.using_sql)) +
         statement_option("down", of.down_sql);
}

std::string entry(const model::backfill& of) {
  std::string words =
      fmt::format("backfill({}, {}, {})", name(of.table), text(of.column), sql(of.expression));
  words += statement_option("where", of.where_sql) + statement_option("down", of.down_sql);
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
         statement_option("down", of.down) + (of.compatible ? ".compatible()" : "") +
         (of.in_transaction ? "" : ".outside_transaction()") +
         statement_option("done_when", of.done_when);
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
