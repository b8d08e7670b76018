// Typed columns: `cameras::col::name == "north gate"`.
#pragma once

#include <strata/runtime/condition.hpp>
#include <strata/runtime/convert.hpp>

#include <concepts>
#include <initializer_list>
#include <optional>
#include <string>
#include <type_traits>

namespace strata {

/// How one column sorts. NULLs come last in ascending order and first in descending, everywhere.
template <typename Table>
struct order {
  detail::column_text column;
  bool descending = false;
  bool nulls_last = true;

  order nulls_first() const { return {column, descending, false}; }

  order nulls_at_end() const { return {column, descending, true}; }
};

namespace detail {

template <typename T>
struct value_type_of {
  using type = T;
};

template <typename T>
struct value_type_of<std::optional<T>> {
  using type = T;
};

/// Arrays are compared by equality alone, as is what `.maps_to` chose to read one.
template <typename T, comparison By>
inline constexpr bool may_be_array = By == comparison::equality&& std::is_class_v<T> &&
                                     !std::same_as<T, std::string> && !std::same_as<T, interval>;

} // namespace detail

/// A column of Table, read as T: a std::optional where it is nullable.
template <typename Table, typename T, comparison By = comparison::ordered>
class column {
public:
  using type = T;
  using value_type = typename detail::value_type_of<T>::type;
  static constexpr comparison compared_by = By;
  static constexpr bool is_nullable = detail::is_optional<T>;
  static constexpr bool is_ordered = By != comparison::equality && By != comparison::json;

  constexpr column(std::string_view name, dialect_text quoted) : text_{name, quoted, By} {}

  constexpr const detail::column_text& text() const { return text_; }

  template <detail::GivenFor<value_type> Given>
  friend condition<Table> operator==(const column& left, Given&& right) {
    return left.compared("=", std::forward<Given>(right));
  }

  template <detail::GivenFor<value_type> Given>
  friend condition<Table> operator!=(const column& left, Given&& right) {
    return left.compared("<>", std::forward<Given>(right));
  }

  template <detail::GivenFor<value_type> Given>

  requires is_ordered friend condition<Table> operator<(const column& left, Given&& right) {
    return left.compared("<", std::forward<Given>(right));
  }

  template <detail::GivenFor<value_type> Given>

  requires is_ordered friend condition<Table> operator<=(const column& left, Given&& right) {
    return left.compared("<=", std::forward<Given>(right));
  }

  template <detail::GivenFor<value_type> Given>

  requires is_ordered friend condition<Table> operator>(const column& left, Given&& right) {
    return left.compared(">", std::forward<Given>(right));
  }

  template <detail::GivenFor<value_type> Given>

  requires is_ordered friend condition<Table> operator>=(const column& left, Given&& right) {
    return left.compared(">=", std::forward<Given>(right));
  }

  /// One of the values, of which there may be any number; none of an empty list.
  condition<Table> in(const std::vector<value_type>& values) const {
    std::vector<detail::bound_ptr> list;
    for (const auto& each : values) {
      list.push_back(std::make_shared<detail::bound<value_type>>(each));
    }
    return condition<Table>(
        detail::is_in(text_, std::move(list), detail::may_be_array<value_type, By>));
  }

  /// `%` stands for any text, `_` for any character, `\` before one of them for itself; case
  /// matters, on SQLite too.
  condition<Table> like(std::string pattern) const requires std::same_as<value_type, std::string> {
    return condition<Table>(detail::is_like(text_, std::move(pattern)));
  }

  condition<Table> is_null() const requires is_nullable {
    return condition<Table>(detail::is_null(text_, false));
  }

  condition<Table> is_not_null() const requires is_nullable {
    return condition<Table>(detail::is_null(text_, true));
  }

  order<Table> asc() const requires is_ordered { return {text_, false, true}; }

  order<Table> desc() const requires is_ordered { return {text_, true, false}; }

private:
  template <typename Given>
  condition<Table> compared(std::string_view sign, Given&& with) const {
    return condition<Table>(
        detail::compare(text_,
                        sign,
                        std::make_shared<detail::bound<value_type>>(
                            detail::convert<value_type>(std::forward<Given>(with)))));
  }

  detail::column_text text_;
};

} // namespace strata
