// A SELECT in the making: `cameras::select(db).where(…).order_by(…).limit(10)`.
#pragma once

#include <strata/runtime/column.hpp>
#include <strata/runtime/queryable.hpp>
#include <strata/runtime/row_reader.hpp>
#include <strata/runtime/selection_iterator.hpp>
#include <strata/runtime/table_text.hpp>

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace strata {
namespace detail {

struct select_parts {
  struct order_text {
    column_text column;
    bool descending;
    bool nulls_last;
  };

  const table_text& table;
  std::vector<column_text> columns; ///< None: all that make a row.
  condition_ptr where;
  std::vector<order_text> orders;
  std::optional<std::int64_t> limit;
  std::int64_t offset = 0;
};

result_set run_select(queryable& db, const select_parts& parts);
std::int64_t run_count(queryable& db, const table_text& table, const condition_ptr& where);

} // namespace detail

/// Reads when it is asked to: by all(), first(), one() or a loop over it.
template <typename Table, typename Row>
class selection {
public:
  selection(queryable& db,
            std::vector<detail::column_text> columns,
            Row (*read)(row_reader&),
            const condition<Table>& where)
      : db_(db), read_(read), parts_{Table::text, std::move(columns), where.node(), {}, {}, 0} {}

  /// Narrows: what was asked before still holds.
  selection& where(const condition<Table>& more) & {
    parts_.where = (condition<Table>(parts_.where) && more).node();
    return *this;
  }

  selection where(const condition<Table>& more) && { return std::move(where(more)); }

  template <std::same_as<order<Table>>... Orders>
  selection& order_by(const Orders&... by) & {
    (parts_.orders.push_back({by.column, by.descending, by.nulls_last}), ...);
    return *this;
  }

  template <std::same_as<order<Table>>... Orders>
  selection order_by(const Orders&... by) && {
    return std::move(order_by(by...));
  }

  selection& limit(std::int64_t rows) & {
    parts_.limit = rows;
    return *this;
  }

  selection limit(std::int64_t rows) && { return std::move(limit(rows)); }

  selection& offset(std::int64_t rows) & {
    parts_.offset = rows;
    return *this;
  }

  selection offset(std::int64_t rows) && { return std::move(offset(rows)); }

  std::vector<Row> all() {
    const result_set found = detail::run_select(db_, parts_);
    std::vector<Row> rows;
    rows.reserve(found.rows.size());
    for (std::size_t i = 0; i < found.rows.size(); ++i) {
      row_reader from(found, i, db_.dialect());
      rows.push_back(read_(from));
    }
    return rows;
  }

  /// The first row, if there is one; asks the database for no more.
  std::optional<Row> first() {
    auto parts = parts_;
    parts.limit = 1;
    const result_set found = detail::run_select(db_, parts);
    if (found.rows.empty())
      return std::nullopt;
    row_reader from(found, 0, db_.dialect());
    return read_(from);
  }

  /// The only row. Throws query_error when there is none, or more than one.
  Row one() {
    const result_set found = detail::run_select(db_, parts_);
    detail::require_one_row(found);
    row_reader from(found, 0, db_.dialect());
    return read_(from);
  }

  /// Asks the database anew at each loop, and whenever it is called.
  selection_iterator<Row> begin() { return selection_iterator<Row>(all()); }

  selection_iterator<Row> end() const { return {}; }

private:
  queryable& db_;
  Row (*read_)(row_reader&);
  detail::select_parts parts_;
};

} // namespace strata
