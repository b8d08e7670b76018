// Conditions of WHERE: typed on the outside, one small tree within.
#pragma once

#include <strata/runtime/codec.hpp>
#include <strata/runtime/dialect_text.hpp>

#include <memory>
#include <string_view>
#include <utility>
#include <vector>

namespace strata {

/// What a column's values can be compared by, so that the answer is the same on every database.
enum class comparison {
  ordered,  ///< Equal, less and greater; sorting.
  equality, ///< Equal only: its order is not the same everywhere.
  number,   ///< As ordered, by numeric value: SQLite keeps such a column as text.
  json,     ///< Equal texts only: PostgreSQL's json has no equality.
  padded,   ///< As ordered; PostgreSQL pads char(n) with spaces, which reading takes off again.
};

namespace detail {

/// A value that is encoded once the database is known.
struct bound_value {
  virtual ~bound_value() = default;
  virtual value encode(dialect on) const = 0;
};

template <typename T>
struct bound final : bound_value {
  explicit bound(T given) : held(std::move(given)) {}

  value encode(dialect on) const override { return codec<T>::encode(held, on); }

  T held;
};

/// A column as conditions and orders print it.
struct column_text {
  std::string_view name;
  dialect_text quoted;
  comparison by;
};

struct condition_node;
using condition_ptr = std::shared_ptr<const condition_node>;
using bound_ptr = std::shared_ptr<const bound_value>;

condition_ptr compare(const column_text& column, std::string_view sign, bound_ptr with);
condition_ptr compare(const column_text& left, std::string_view sign, const column_text& right);
/// `one_by_one`: the values may be arrays, which a list of values cannot hold.
condition_ptr is_in(const column_text& column, std::vector<bound_ptr> values, bool one_by_one);
condition_ptr is_like(const column_text& column, std::string pattern);
condition_ptr is_null(const column_text& column, bool negated);
condition_ptr joined(condition_ptr left, std::string_view word, condition_ptr right);
condition_ptr negated(condition_ptr inner);

} // namespace detail

struct every_row_t {};

/// A condition that all rows meet; `update` and `erase` want it said.
inline constexpr every_row_t every_row;

/// A condition on the rows of one table. Made by comparing its columns; joined by `&&`, `||`, `!`.
template <typename Table>
class condition {
public:
  condition(every_row_t) {}

  explicit condition(detail::condition_ptr node) : node_(std::move(node)) {}

  const detail::condition_ptr& node() const { return node_; }

  friend condition operator&&(const condition& a, const condition& b) {
    if (!a.node_)
      return b;
    if (!b.node_)
      return a;
    return condition(detail::joined(a.node_, "AND", b.node_));
  }

  friend condition operator||(const condition& a, const condition& b) {
    if (!a.node_ || !b.node_)
      return every_row;
    return condition(detail::joined(a.node_, "OR", b.node_));
  }

  friend condition operator!(const condition& a) { return condition(detail::negated(a.node_)); }

private:
  detail::condition_ptr node_; ///< None: every row.
};

} // namespace strata
