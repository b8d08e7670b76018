// Foreign keys that stay as they are while the key that they rely on is dropped: a database keeps
// that key as long as they exist, so they go before it and come back after.
#include "codegen/compose/lookup.hpp"
#include "codegen/diff/definition.hpp"
#include "codegen/diff/matching.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace strata::codegen {
namespace {

using columns = std::set<std::string>;

columns set_of(const std::vector<std::string>& names) { return {names.begin(), names.end()}; }

/// The columns that a unique index makes unique.
columns keys_of(const model::index& index) {
  columns keys;
  for (const model::index_key& each : index.keys) {
    keys.insert(each.column);
  }
  return keys;
}

/// Tables with the columns of the keys that they lose.
class lost_keys {
public:
  explicit lost_keys(const std::vector<operation>& operations) {
    for (const operation& each : operations) {
      if (const auto* const constraint = std::get_if<drop_constraint>(&each)) {
        note(*constraint);
      } else if (const auto* const index = std::get_if<drop_index>(&each)) {
        note(index->table, index->index);
      } else if (const auto* const replaced = std::get_if<replace_index>(&each)) {
        note(replaced->table, replaced->before);
      }
    }
  }

  bool empty() const { return keys_.empty(); }

  bool has_key_of(const model::foreign_key& of) const {
    return keys_.count({of.target, set_of(of.target_columns)}) > 0;
  }

private:
  void note(const drop_constraint& dropped) {
    if (const auto* const key = std::get_if<model::primary_key>(&dropped.constraint)) {
      keys_.insert({dropped.table, set_of(key->columns)});
    } else if (const auto* const unique =
                   std::get_if<model::unique_constraint>(&dropped.constraint)) {
      keys_.insert({dropped.table, set_of(unique->columns)});
    }
  }

  void note(const model::qualified_name& table, const model::index& index) {
    if (index.unique) {
      keys_.insert({table, keys_of(index)});
    }
  }

  std::set<std::pair<model::qualified_name, columns>> keys_;
};

void make_again(difference& all,
                const model::qualified_name& table,
                const model::foreign_key& key) {
  model::foreign_key plain = key;
  plain.comment.clear();
  all.add(drop_constraint{table, plain});
  all.add(add_constraint{table, plain});
  set_comment change;
  change.kind = model::object_kind::constraint;
  change.owner = table;
  change.name = {{}, key.name};
  change.after = key.comment;
  all.comment(std::move(change));
}

} // namespace

void remake_foreign_keys(difference& all) {
  const lost_keys lost(all.operations);
  if (lost.empty()) {
    return;
  }
  const const_lookup<model::table> tables_before(all.from.tables);
  const auto name = [](const model::table& of) -> const auto& { return of.name; };
  for (const model::table* const each_table : sorted_by(all.to.tables, name)) {
    const model::table& after = *each_table;
    const model::table* const before = tables_before.find(after.name);
    if (before == nullptr) {
      continue;
    }
    const definitions compare(all, after.name);
    for (const model::foreign_key& each : after.foreign_keys) {
      const bool stays = std::any_of(before->foreign_keys.begin(),
                                     before->foreign_keys.end(),
                                     [&](const auto& was) { return compare.are_same(was, each); });
      if (stays && lost.has_key_of(each)) {
        make_again(all, after.name, each);
      }
    }
  }
}

} // namespace strata::codegen
