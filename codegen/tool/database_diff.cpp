// Diff and plan of physical schemas: what was inspected needs no adapting.
#include "codegen/tool/database_diff.hpp"

#include "codegen/diff/diff.hpp"
#include "codegen/plan/partitioned_anew.hpp"
#include "codegen/plan/plan.hpp"
#include "codegen/tool/agreed_spelling.hpp"
#include "codegen/tool/given_conversions.hpp"
#include "codegen/tool/sqlite_names.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace strata::codegen {
namespace {

std::string in_small_letters(std::string name) {
  std::ranges::transform(name, name.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return name;
}

/// Calls `found` with each object of `from` and those of `to` whose names differ in case at most.
template <typename Objects, typename Name, typename Found>
void each_in_any_case(const Objects& from, const Objects& to, Name name, Found found) {
  std::multimap<std::string, const typename Objects::value_type*> after;
  for (const auto& each : to)
    after.emplace(in_small_letters(name(each)), &each);
  for (const auto& before : from) {
    const auto [begin, end] = after.equal_range(in_small_letters(name(before)));
    for (auto at = begin; at != end; ++at)
      found(before, *at->second);
  }
}

/// SQLite does not look at case in names: what differs in it alone is the same thing renamed.
std::vector<model::rename> renames_of_case(const model::schema& from, const model::schema& to) {
  std::vector<model::rename> renames;
  const auto name_of_column = [](const model::column& of) { return of.name; };
  const auto name_of_table = [](const model::table& of) { return of.name.name; };
  each_in_any_case(
      from.tables, to.tables, name_of_table, [&](const auto& before, const auto& after) {
        if (before.name != after.name)
          renames.push_back({model::object_kind::table, {}, before.name, after.name.name, {}, {}});
        each_in_any_case(
            before.columns, after.columns, name_of_column, [&](const auto& was, const auto& is) {
              if (was.name != is.name)
                renames.push_back(
                    {model::object_kind::column, after.name, {{}, was.name}, is.name, {}, {}});
            });
      });
  return renames;
}

} // namespace

database_diff make_database_diff(live_schema from,
                                 live_schema to,
                                 model::transition transition,
                                 diagnostics& out,
                                 const std::vector<std::string>& drops) {
  if (from.on.dialect == model::dialect::sqlite) {
    agree_on_names(from.schema, to.schema);
    for (model::rename& each : renames_of_case(from.schema, to.schema))
      transition.renames.push_back(std::move(each));
  } else {
    agree_on_spelling(from.schema, to.schema);
  }
  database_diff made;
  const std::vector<operation> differing = diff(from.schema, to.schema, transition);
  made.hazards = assess(differing, from.on.dialect, from.schema);
  made.drops = take_drops(likely_renames(differing), differing, drops, from.default_schema);
  made.casts_by_settings = casts_by_settings(differing);
  check_conversions(transition, differing);
  refuse_unconverted(differing, from.on.dialect, out);
  if (!out.empty())
    return made;
  partitioned_anew anew = find_partitioned_anew(from.schema, to.schema, transition);
  transition.renames.insert(transition.renames.end(), anew.renames.begin(), anew.renames.end());
  change what{from.on,
              from.schema,
              to.schema,
              from.schema,
              to.schema,
              diff(from.schema, to.schema, transition),
              transition,
              direction::up,
              transition.fast ? manner::plain : manner::online};
  what.partitioned_anew = std::move(anew.tables);
  made.steps = plan(std::move(what), out);
  return made;
}

} // namespace strata::codegen
