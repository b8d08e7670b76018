// Columns of partitions: their parents', but for what a partition has otherwise.
#include "codegen/diff/difference.hpp"

#include <algorithm>

namespace strata::codegen {
namespace {

const model::column* find(const std::vector<model::column>& columns, const std::string& name) {
  const auto found = std::find_if(
      columns.begin(), columns.end(), [&](const auto& each) { return each.name == name; });
  return found == columns.end() ? nullptr : &*found;
}

std::vector<model::column> parents_columns(const model::schema& in, const model::table& of) {
  const auto parent = std::find_if(in.tables.begin(), in.tables.end(), [&](const auto& each) {
    return each.name == of.descent.partition_of;
  });
  return parent == in.tables.end() ? std::vector<model::column>()
                                   : with_parents_columns(in, *parent).columns;
}

} // namespace

model::table with_parents_columns(const model::schema& in, model::table table) {
  if (table.descent.partition_of.name.empty()) {
    return table;
  }
  std::vector<model::column> columns = parents_columns(in, table);
  for (model::column& each : columns) {
    each = without_identity(table.descent.partition_of, std::move(each));
    each.comment.clear();
    if (const model::column* const own = find(table.columns, each.name)) {
      each = *own;
    }
  }
  table.columns = std::move(columns);
  return table;
}

void diff_partition(difference& all, const model::table& before, const model::table& after) {
  const std::vector<model::column> was_above = parents_columns(all.from, before);
  const std::vector<model::column> is_above = parents_columns(all.to, after);
  const std::vector<model::column> own_before = with_parents_columns(all.from, before).columns;
  for (const model::column& is : with_parents_columns(all.to, after).columns) {
    const model::column* const was = find(own_before, is.name);
    const model::column* const above_before = find(was_above, is.name);
    const model::column* const above = find(is_above, is.name);
    if (above == nullptr) {
      continue;
    }
    set_comment said;
    said.kind = model::object_kind::column;
    said.owner = after.name;
    said.name.name = is.name;
    said.before = was == nullptr ? "" : was->comment;
    said.after = is.comment;
    all.comment(std::move(said));
    // What changes in the parent changes here too.
    model::column left = is;
    const bool is_new = was == nullptr || above_before == nullptr;
    left.default_to = is_new || above_before->default_to != above->default_to ? above->default_to
                                                                              : was->default_to;
    left.nullable =
        is_new || above_before->nullable != above->nullable ? above->nullable : was->nullable;
    if (left != is) {
      all.add(alter_column{after.name, std::move(left), is, std::nullopt, std::nullopt});
    }
  }
}

} // namespace strata::codegen
