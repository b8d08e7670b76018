// The members of `new_row` and `patch`: values that must be given, and values that may be.
#pragma once

#include <strata/runtime/convert.hpp>

#include <optional>
#include <utility>

namespace strata {

/// A value that must be given: without a default constructor, leaving it out does not compile.
template <typename T>
class required {
public:
  required(T value) requires detail::Braced<T> : value_(std::move(value)) {}

  template <detail::GivenFor<T> Given>
  required(Given&& value) : value_(detail::convert<T>(std::forward<Given>(value))) {}

  const T& value() const noexcept { return value_; }

private:
  T value_;
};

namespace detail {

template <typename T>
class perhaps {
public:
  perhaps() = default;

  perhaps(T value) requires Braced<T> : value_(std::move(value)) {}

  template <GivenFor<T> Given>
  perhaps(Given&& value) : value_(std::in_place, convert<T>(std::forward<Given>(value))) {}

  bool is_given() const noexcept { return value_.has_value(); }

  /// Only when it is given.
  const T& value() const { return value_.value(); }

private:
  std::optional<T> value_;
};

} // namespace detail

/// A value that the database has a default for, which it takes unless one is given. In a nullable
/// column, `std::nullopt` is a value: null.
template <typename T>
class defaulted : public detail::perhaps<T> {
public:
  using detail::perhaps<T>::perhaps;
};

/// A value that changes if one is given. In a nullable column, `std::nullopt` is a value: null.
template <typename T>
class changed : public detail::perhaps<T> {
public:
  using detail::perhaps<T>::perhaps;
};

} // namespace strata
