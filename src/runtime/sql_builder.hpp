// A statement in the making: its text, and the values that its parameters stand for.
#pragma once

#include <strata/runtime/condition.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace strata {

class sql_builder {
public:
  explicit sql_builder(strata::dialect on) : on_(on) {}

  strata::dialect on() const { return on_; }

  void add(std::string_view text) { text_ += text; }

  /// Binds a value and prints its place.
  void bind(value given);

  /// The column as it is compared and sorted by.
  void add_compared(const detail::column_text& column);

  /// The column as it is read.
  void add_read(const detail::column_text& column);

  /// The column's name; throws query_error when the database has no such column.
  void add_name(const detail::column_text& column);

  /// WHERE, unless every row is meant.
  void add_where(const detail::condition_ptr& where);

  /// A text that varies with the number of values is not worth preparing.
  void forbid_preparing() { prepares_ = false; }

  const std::string& text() const { return text_; }

  const std::vector<value>& values() const { return values_; }

  bool prepares() const { return prepares_; }

private:
  strata::dialect on_;
  std::string text_;
  std::vector<value> values_;
  bool prepares_ = true;
};

/// `"sqlite"`, for messages.
std::string_view name_of(dialect which);

} // namespace strata

namespace strata::detail {

struct condition_node {
  virtual ~condition_node() = default;
  virtual void print(sql_builder& to) const = 0;
};

} // namespace strata::detail
