// Indexes of a table or a materialized view that stays.
#include "codegen/compose/lookup.hpp"
#include "codegen/diff/named_elements.hpp"

namespace strata::codegen {
namespace {

model::index without_comment(model::index index) {
  index.comment.clear();
  return index;
}

/// The name after the change of an index of the partition's parent: a renaming carries it over.
std::string
parents_index(difference& all, const model::qualified_name& partition, const std::string& name) {
  const const_lookup<model::table> before(all.from.tables);
  const const_lookup<model::table> after(all.to.tables);
  const model::table* const is = after.find(partition);
  const model::table* const parent = is == nullptr ? nullptr : after.find(is->descent.partition_of);
  const model::table* const was = parent == nullptr ? nullptr : before.find(parent->name);
  if (name.empty() || was == nullptr) {
    return name;
  }
  const auto changes =
      match_elements(definitions(all, parent->name), was->indexes, parent->indexes);
  for (const auto& [from, to] : changes.renamed) {
    if (from->name == name) {
      return to->name;
    }
  }
  return name;
}

} // namespace

void diff_indexes(difference& all,
                  const model::qualified_name& owner,
                  const std::vector<model::index>& before,
                  const std::vector<model::index>& after) {
  const auto comment = [&](const model::index& of, const std::string& was) {
    set_comment change;
    change.kind = model::object_kind::index;
    change.owner = owner;
    change.name = {owner.schema, of.name};
    change.before = was;
    change.after = of.comment;
    all.comment(std::move(change));
  };
  const auto part = [&](const model::index& was, const model::index& is) {
    if (was.part_of != is.part_of && parents_index(all, owner, was.part_of) != is.part_of) {
      model::index moved = without_comment(is);
      moved.part_of = was.part_of;
      all.add(replace_index{owner, std::move(moved), without_comment(is)});
    }
  };
  const auto statistics = [&](const model::index* was, const model::index& is) {
    for (std::size_t i = 0; i < is.keys.size(); ++i) {
      const auto target = was == nullptr ? std::nullopt : was->keys.at(i).statistics;
      if (is.keys[i].statistics != target) {
        all.add(set_index_statistics{owner, is.name, i, target, is.keys[i].statistics});
      }
    }
  };
  const auto changes = match_elements(definitions(all, owner), before, after);
  for (const model::index* each : changes.dropped) {
    all.add(drop_index{owner, *each});
  }
  for (const auto& [was, is] : changes.renamed) {
    all.add(rename_index{owner, was->name, is->name});
    part(*was, *is);
    statistics(was, *is);
    comment(*is, was->comment);
  }
  for (const auto& [was, is] : changes.changed) {
    all.add(replace_index{owner, *was, without_comment(*is)});
    statistics(nullptr, *is);
    comment(*is, {});
  }
  for (const model::index* each : changes.added) {
    all.add(create_index{owner, without_comment(*each)});
    statistics(nullptr, *each);
    comment(*each, {});
  }
  for (const auto& [was, is] : changes.kept) {
    part(*was, *is);
    statistics(was, *is);
    comment(*is, was->comment);
  }
}

} // namespace strata::codegen
