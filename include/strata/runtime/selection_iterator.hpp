// Walks over the rows that a selection has read.
#pragma once

#include <cstddef>
#include <iterator>
#include <memory>
#include <utility>
#include <vector>

namespace strata {

/// Owns the rows together with its copies: a row lives as long as an iterator that was begun with
/// it, whatever becomes of the selection.
template <typename Row>
class selection_iterator {
public:
  using iterator_category = std::forward_iterator_tag;
  using value_type = Row;
  using difference_type = std::ptrdiff_t;
  using pointer = Row*;
  using reference = Row&;

  /// The end of every selection.
  selection_iterator() = default;

  explicit selection_iterator(std::vector<Row> rows)
      : rows_(std::make_shared<std::vector<Row>>(std::move(rows))) {}

  Row& operator*() const { return (*rows_)[at_]; }

  Row* operator->() const { return &(*rows_)[at_]; }

  selection_iterator& operator++() {
    ++at_;
    return *this;
  }

  selection_iterator operator++(int) {
    selection_iterator before = *this;
    ++at_;
    return before;
  }

  friend bool operator==(const selection_iterator& a, const selection_iterator& b) {
    if (a.is_end() || b.is_end())
      return a.is_end() == b.is_end();
    return a.rows_ == b.rows_ && a.at_ == b.at_;
  }

private:
  bool is_end() const { return !rows_ || at_ == rows_->size(); }

  std::shared_ptr<std::vector<Row>> rows_;
  std::size_t at_ = 0;
};

} // namespace strata
