// Diff and plan of physical schemas: what was inspected needs no adapting.
#include "codegen/tool/database_diff.hpp"

#include "codegen/diff/diff.hpp"
#include "codegen/plan/partitioned_anew.hpp"
#include "codegen/plan/plan.hpp"
#include "codegen/tool/conversions.hpp"
#include "codegen/tool/sqlite_names.hpp"

#include <sqlite3.h>

#include <utility>

namespace strata::codegen {
namespace {

bool is_same_but_for_case(const std::string& a, const std::string& b) {
  return a != b && sqlite3_stricmp(a.c_str(), b.c_str()) == 0;
}

template <typename Objects, typename Found>
void each_in_other_case(const Objects& from, const Objects& to, Found found) {
  for (const auto& before : from) {
    for (const auto& after : to)
      found(before, after);
  }
}

/// SQLite does not look at case in names: what differs in it alone is the same thing renamed.
std::vector<model::rename> renames_of_case(const model::schema& from, const model::schema& to) {
  std::vector<model::rename> renames;
  const auto columns = [&](const model::table& before, const model::table& after) {
    each_in_other_case(before.columns, after.columns, [&](const auto& was, const auto& is) {
      if (is_same_but_for_case(was.name, is.name))
        renames.push_back(
            {model::object_kind::column, after.name, {{}, was.name}, is.name, {}, {}});
    });
  };
  each_in_other_case(from.tables, to.tables, [&](const auto& before, const auto& after) {
    if (is_same_but_for_case(before.name.name, after.name.name)) {
      renames.push_back({model::object_kind::table, {}, before.name, after.name.name, {}, {}});
      columns(before, after);
    } else if (before.name == after.name) {
      columns(before, after);
    }
  });
  return renames;
}

} // namespace

database_diff make_database_diff(live_schema from,
                                 live_schema to,
                                 std::vector<model::rename> renames,
                                 bool fast,
                                 diagnostics& out) {
  model::transition transition;
  transition.renames = std::move(renames);
  transition.fast = fast;
  if (from.on.dialect == model::dialect::sqlite) {
    agree_on_names(from.schema, to.schema);
    for (model::rename& each : renames_of_case(from.schema, to.schema))
      transition.renames.push_back(std::move(each));
  }
  const auto operations = [&] {
    std::vector<operation> found = diff(from.schema, to.schema, transition);
    if (from.on.dialect == model::dialect::postgresql)
      add_conversions(found);
    return found;
  };
  database_diff made;
  made.hazards = assess(operations());
  partitioned_anew anew = find_partitioned_anew(from.schema, to.schema, transition);
  transition.renames.insert(transition.renames.end(), anew.renames.begin(), anew.renames.end());
  change what{from.on,
              from.schema,
              to.schema,
              from.schema,
              to.schema,
              operations(),
              transition,
              direction::up,
              fast ? manner::plain : manner::online};
  what.partitioned_anew = std::move(anew.tables);
  made.steps = plan(std::move(what), out);
  return made;
}

} // namespace strata::codegen
