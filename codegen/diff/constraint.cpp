// Constraints of a table that stays: kept, renamed, changed, added or dropped.
#include "codegen/diff/named_elements.hpp"

namespace strata::codegen {
namespace {

class constraint_diff {
public:
  constraint_diff(difference& all, const model::qualified_name& table)
      : all_(all), table_(table), compare_(all, table_) {}

  template <typename Constraint>
  void run(const std::vector<Constraint>& before, const std::vector<Constraint>& after) {
    const element_changes<Constraint> changes = match_elements(compare_, before, after);
    for (const Constraint* each : changes.dropped) {
      all_.add(drop_constraint{table_, *each});
    }
    for (const auto& [was, is] : changes.renamed) {
      all_.add(rename_constraint{table_, was->name, is->name});
      comment(*is, was->comment);
    }
    for (const auto& [was, is] : changes.changed) {
      all_.add(drop_constraint{table_, *was});
      add(*is);
    }
    for (const Constraint* each : changes.added) {
      add(*each);
    }
    for (const auto& [was, is] : changes.kept) {
      comment(*is, was->comment);
    }
  }

private:
  template <typename Constraint>
  void add(const Constraint& added) {
    Constraint plain = added;
    plain.comment.clear();
    all_.add(add_constraint{table_, std::move(plain)});
    comment(added, {});
  }

  template <typename Constraint>
  void comment(const Constraint& of, const std::string& before) {
    set_comment change;
    change.kind = model::object_kind::constraint;
    change.owner = table_;
    change.name = {{}, of.name};
    change.before = before;
    change.after = of.comment;
    all_.comment(std::move(change));
  }

  difference& all_;
  const model::qualified_name& table_;
  definitions compare_;
};

std::vector<model::primary_key> primary_keys(const model::table& of) {
  return of.primary_key ? std::vector<model::primary_key>{*of.primary_key}
                        : std::vector<model::primary_key>{};
}

} // namespace

void diff_constraints(difference& all, const model::table& before, const model::table& after) {
  constraint_diff diff(all, after.name);
  diff.run(primary_keys(before), primary_keys(after));
  diff.run(before.uniques, after.uniques);
  if (before.descent.partition_of.name.empty() ||
      before.descent.partition_of != after.descent.partition_of) {
    diff.run(before.checks, after.checks);
  } else {
    const partition_checks own = checks_of_partition(all, before, after);
    diff.run(own.before, own.after);
  }
  diff.run(before.exclusions, after.exclusions);
}

void diff_foreign_keys(difference& all, const model::table& before, const model::table& after) {
  constraint_diff(all, after.name).run(before.foreign_keys, after.foreign_keys);
}

} // namespace strata::codegen
