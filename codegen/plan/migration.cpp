// The whole way: adapt both versions, diff, plan, print; up, down and plain.
#include "codegen/plan/migration.hpp"

#include "codegen/diff/diff.hpp"
#include "codegen/plan/partitioned_anew.hpp"
#include "codegen/plan/plan.hpp"
#include "codegen/sql/quote.hpp"

namespace strata::codegen {
namespace {

struct sides {
  const model::schema& declared;
  const model::schema& adapted;
};

std::vector<step> plan_between(const target& on,
                               const sides& from,
                               const sides& to,
                               const model::transition& transition,
                               direction way,
                               manner how,
                               diagnostics& out) {
  partitioned_anew anew = find_partitioned_anew(from.adapted, to.adapted, transition);
  model::transition all = transition;
  all.renames.insert(all.renames.end(), anew.renames.begin(), anew.renames.end());
  change what{on,
              from.adapted,
              to.adapted,
              from.declared,
              to.declared,
              diff(from.adapted, to.adapted, all),
              all,
              way,
              how};
  what.partitioned_anew = std::move(anew.tables);
  return plan(std::move(what), out);
}

migration_sql planned_and_printed(const target& on,
                                  const model::version* from,
                                  const model::version& to,
                                  diagnostics& out) {
  static const model::schema nothing;
  // What the older version cannot do was found when it was the newer one.
  diagnostics found_before;
  const model::schema old = from == nullptr ? nothing : adapt(from->schema, on, found_before);
  const model::schema fresh = adapt(to.schema, on, out);
  const sides before{from == nullptr ? nothing : from->schema, old};
  const sides after{to.schema, fresh};
  const model::transition& transition = to.transition;
  const manner how = transition.fast || from == nullptr ? manner::plain : manner::online;

  migration_sql made;
  const auto up = plan_between(on, before, after, transition, direction::up, how, out);
  made.up = print(up, on.dialect, out);
  if (how == manner::online && on.dialect == model::dialect::postgresql && up.size() > 1) {
    made.plain =
        print(plan_between(on, before, after, transition, direction::up, manner::plain, out),
              on.dialect,
              out);
  }
  if (!transition.irreversible) {
    const manner back = transition.fast ? manner::plain : manner::online;
    made.down =
        print(plan_between(on, after, before, reverse(transition), direction::down, back, out),
              on.dialect,
              out);
  }
  return made;
}

} // namespace

migration_sql make_migration(const target& on,
                             const model::version* from,
                             const model::version& to,
                             diagnostics& out) {
  try {
    return planned_and_printed(on, from, to, out);
  } catch (const sql::holds_nul& found) { // Some texts are quoted before they are printed.
    out.add({"S302",
             std::string(found.what()) + ", which no SQL text can hold",
             {"leave the character out"},
             to.where});
    return {};
  }
}

} // namespace strata::codegen
