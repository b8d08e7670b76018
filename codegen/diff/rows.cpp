// Reference rows, matched by primary key: only what the declarations say differently.
#include "codegen/diff/difference.hpp"

#include <algorithm>
#include <cstddef>

namespace strata::codegen {
namespace {

using values = std::vector<model::literal>;

/// Where each key column stands among the rows' columns; empty if one is missing.
std::vector<std::size_t> positions_of(const std::vector<std::string>& names,
                                      const std::vector<std::string>& columns) {
  std::vector<std::size_t> positions;
  for (const std::string& each : names) {
    const auto found = std::find(columns.begin(), columns.end(), each);
    if (found == columns.end()) {
      return {};
    }
    positions.push_back(static_cast<std::size_t>(found - columns.begin()));
  }
  return positions;
}

values picked(const values& row, const std::vector<std::size_t>& positions) {
  values result;
  for (const std::size_t each : positions) {
    result.push_back(row[each]);
  }
  return result;
}

const model::reference_row* find_row(const model::reference_rows& rows,
                                     const std::vector<std::size_t>& key_positions,
                                     const values& key) {
  for (const model::reference_row& each : rows.rows) {
    if (picked(each.values, key_positions) == key) {
      return &each;
    }
  }
  return nullptr;
}

class row_diff {
public:
  row_diff(const model::reference_rows& before,
           const model::reference_rows& after,
           change_rows& changes)
      : before_(before),
        after_(after),
        changes_(changes),
        key_before_(positions_of(changes.key_columns, before.columns)),
        key_after_(positions_of(changes.key_columns, after.columns)) {}

  void run() {
    for (const model::reference_row& each : after_.rows) {
      const values key = picked(each.values, key_after_);
      const model::reference_row* const was =
          key_before_.empty() ? nullptr : find_row(before_, key_before_, key);
      if (was == nullptr) {
        changes_.inserted.push_back({after_.columns, each.values});
      } else {
        compare(key, was->values, each.values);
      }
    }
    for (const model::reference_row& each : before_.rows) {
      if (key_before_.empty() ||
          find_row(after_, key_after_, picked(each.values, key_before_)) == nullptr) {
        changes_.deleted.push_back({before_.columns, each.values});
      }
    }
  }

private:
  void compare(const values& key, const values& was, const values& is) {
    change_rows::update update;
    for (std::size_t i = 0; i < after_.columns.size(); ++i) {
      const std::vector<std::size_t> at = positions_of({after_.columns[i]}, before_.columns);
      if (!at.empty() && was[at[0]] == is[i]) {
        continue;
      }
      if (!at.empty()) {
        update.before.columns.push_back(after_.columns[i]);
        update.before.values.push_back(was[at[0]]);
      }
      update.after.columns.push_back(after_.columns[i]);
      update.after.values.push_back(is[i]);
    }
    if (!update.after.columns.empty()) {
      update.key_columns = changes_.key_columns;
      update.key = key;
      changes_.updated.push_back(std::move(update));
    }
  }

  const model::reference_rows& before_;
  const model::reference_rows& after_;
  change_rows& changes_;
  std::vector<std::size_t> key_before_;
  std::vector<std::size_t> key_after_;
};

} // namespace

void diff_rows(difference& all, const model::table* before, const model::table& after) {
  static const model::reference_rows none;
  const model::reference_rows& was = before != nullptr && before->rows ? *before->rows : none;
  const model::reference_rows& is = after.rows ? *after.rows : none;
  if (was == is) {
    return;
  }
  change_rows changes;
  changes.table = after.name;
  if (after.primary_key) {
    changes.key_columns = after.primary_key->columns;
  }
  row_diff(was, is, changes).run();
  if (!changes.inserted.empty() || !changes.updated.empty() || !changes.deleted.empty()) {
    all.add(std::move(changes));
  }
}

} // namespace strata::codegen
