// Indexes of a table or a materialized view that stays.
#include "codegen/diff/named_elements.hpp"

namespace strata::codegen {
namespace {

model::index without_comment(model::index index) {
  index.comment.clear();
  return index;
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
  const auto changes = match_elements(definitions(all, owner), before, after);
  for (const model::index* each : changes.dropped) {
    all.add(drop_index{owner, *each});
  }
  for (const auto& [was, is] : changes.renamed) {
    all.add(rename_index{owner, was->name, is->name});
    comment(*is, was->comment);
  }
  for (const auto& [was, is] : changes.changed) {
    all.add(replace_index{owner, *was, without_comment(*is)});
    comment(*is, {});
  }
  for (const model::index* each : changes.added) {
    all.add(create_index{owner, without_comment(*each)});
    comment(*each, {});
  }
  for (const auto& [was, is] : changes.kept) {
    comment(*is, was->comment);
  }
}

} // namespace strata::codegen
