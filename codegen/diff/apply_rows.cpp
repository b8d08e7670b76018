// Reference rows that operations are applied to.
#include "codegen/diff/apply_parts.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <tuple>
#include <utility>

namespace strata::codegen {
namespace {

class row_table {
public:
  explicit row_table(model::reference_rows& rows) : rows_(rows) {}

  void insert(const change_rows::change& inserted) {
    model::reference_row& row = rows_.rows.emplace_back();
    row.values.resize(rows_.columns.size());
    set(row, inserted);
  }

  void update(const change_rows::update& updated) {
    for (model::reference_row& each : rows_.rows) {
      if (has(each, updated.key_columns, updated.key)) {
        set(each, updated.after);
      }
    }
  }

  void remove(const change_rows::change& deleted) {
    std::erase_if(rows_.rows, [&](const model::reference_row& each) {
      return has(each, deleted.columns, deleted.values);
    });
  }

private:
  std::size_t position(const std::string& column) {
    const auto found = std::find(rows_.columns.begin(), rows_.columns.end(), column);
    const auto at = static_cast<std::size_t>(found - rows_.columns.begin());
    if (found == rows_.columns.end()) {
      rows_.columns.push_back(column);
      for (model::reference_row& each : rows_.rows) {
        each.values.emplace_back();
      }
    }
    return at;
  }

  void set(model::reference_row& row, const change_rows::change& to) {
    for (std::size_t i = 0; i < to.columns.size(); ++i) {
      const std::size_t at = position(to.columns[i]);
      row.values[at] = to.values[i];
    }
  }

  bool has(const model::reference_row& row,
           const std::vector<std::string>& columns,
           const std::vector<model::literal>& values) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const std::size_t at = position(columns[i]);
      if (row.values[at] != values[i]) {
        return false;
      }
    }
    return true;
  }

  model::reference_rows& rows_;
};

} // namespace

void change(model::table& table, const change_rows& by) {
  if (!table.rows) {
    table.rows.emplace();
  }
  row_table rows(*table.rows);
  for (const change_rows::change& each : by.deleted) {
    rows.remove(each);
  }
  for (const change_rows::update& each : by.updated) {
    rows.update(each);
  }
  for (const change_rows::change& each : by.inserted) {
    rows.insert(each);
  }
}

void sort_rows(model::table& table) {
  model::reference_rows& rows = *table.rows;
  if (rows.rows.empty()) {
    table.rows.reset(); // Says as much.
    return;
  }
  std::vector<std::size_t> order(rows.columns.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return rows.columns[a] < rows.columns[b];
  });
  model::reference_rows sorted;
  for (const std::size_t each : order) {
    sorted.columns.push_back(rows.columns[each]);
  }
  for (const model::reference_row& row : rows.rows) {
    model::reference_row& added = sorted.rows.emplace_back();
    for (const std::size_t each : order) {
      added.values.push_back(row.values[each]);
    }
  }
  std::sort(sorted.rows.begin(), sorted.rows.end(), [](const auto& a, const auto& b) {
    return std::lexicographical_compare(a.values.begin(),
                                        a.values.end(),
                                        b.values.begin(),
                                        b.values.end(),
                                        [](const model::literal& x, const model::literal& y) {
                                          return std::tie(x.of, x.text) < std::tie(y.of, y.text);
                                        });
  });
  rows = std::move(sorted);
}

} // namespace strata::codegen
