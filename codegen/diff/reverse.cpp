// The transition of the way back.
#include "codegen/compose/renames.hpp"
#include "codegen/diff/diff.hpp"

#include <algorithm>
#include <utility>

namespace strata::codegen {
namespace {

using model::object_kind;

/// The names of before the transition for those of after it.
class former_names {
public:
  explicit former_names(const model::transition& transition) : transition_(transition) {}

  model::qualified_name object(const model::qualified_name& name) const {
    for (const model::rename& each : transition_.renames) {
      if (each.owner.name.empty() && each.to == name.name && each.from.schema == name.schema) {
        return each.from;
      }
    }
    return name;
  }

  std::string column(const model::qualified_name& table, const std::string& name) const {
    for (const model::rename& each : transition_.renames) {
      if (each.kind == object_kind::column && each.owner == table && each.to == name) {
        return each.from.name;
      }
    }
    return name;
  }

private:
  const model::transition& transition_;
};

model::rename reversed(const model::rename& rename, const former_names& former) {
  model::rename back = rename;
  back.owner = former.object(rename.owner);
  back.from = {rename.from.schema, rename.to};
  back.to = rename.from.name;
  return back;
}

/// What the drop says of the way down fills the column when it comes back.
model::backfill refill(const model::drop& drop, const former_names& former) {
  model::backfill back;
  back.table = former.object(drop.owner);
  back.column = drop.name.name;
  back.expression = drop.down_value;
  back.where = drop.where;
  return back;
}

model::custom_sql reversed(const model::custom_sql& statement) {
  model::custom_sql back = statement;
  std::swap(back.up, back.down);
  back.when = statement.when == model::custom_sql::timing::before
                  ? model::custom_sql::timing::after
                  : model::custom_sql::timing::before;
  back.done_when = {}; // It tells whether the way up is done.
  return back;
}

} // namespace

model::transition reverse(const model::transition& transition) {
  const former_names former(transition);
  model::transition back;
  for (const model::rename& each : transition.renames) {
    back.renames.push_back(reversed(each, former));
  }
  for (const model::drop& each : transition.drops) {
    if (!each.down_value.empty()) {
      back.backfills.push_back(refill(each, former));
    }
  }
  for (model::conversion each : transition.conversions) {
    each.column = former.column(each.table, each.column);
    each.table = former.object(each.table);
    std::swap(each.using_sql, each.down_sql);
    back.conversions.push_back(std::move(each));
  }
  for (model::backfill each : transition.backfills) {
    each.column = former.column(each.table, each.column);
    each.table = former.object(each.table);
    std::swap(each.expression, each.down_sql);
    each.where_sql = {};
    back.backfills.push_back(std::move(each));
  }
  for (const model::custom_sql& each : transition.statements) {
    back.statements.push_back(reversed(each));
  }
  std::reverse(back.statements.begin(), back.statements.end());
  back.irreversible = transition.irreversible;
  back.fast = transition.fast;
  return back;
}

} // namespace strata::codegen
