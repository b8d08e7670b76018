// What all table constraints have in common, and lists of column names.
#pragma once

#include <strata/schema/element.hpp>

#include <array>

namespace strata::detail {

enum class deferral { not_deferrable, initially_immediate, initially_deferred };

struct constraint_facts {
  text_ref comment{};
  databases only{};
  deferral deferrable = deferral::not_deferrable;
  bool as_found = false;
};

template <std::size_t N>
using column_names = std::array<text_ref, N>;

/// A name that follows the first: packs of `const char (&)[N]` are deduced, of name_text are not.
consteval text_ref name_of(name_text name) { return name; }

template <typename... Names>
consteval column_names<1 + sizeof...(Names)> names_of(const located_name& first,
                                                      const Names&... more) {
  return {first, name_of(more)...};
}

template <typename T, std::size_t N>
constexpr list<T> list_of(const std::array<T, N>& values) {
  return {values.data(), N};
}

/// Options of every constraint and index.
template <typename Self>
struct constraint_options {
  /// A name in place of the default one.
  consteval Self named(name_text name) const {
    Self copy = static_cast<const Self&>(*this);
    give(copy.name, name);
    return copy;
  }

  consteval Self comment(some_text words) const {
    Self copy = static_cast<const Self&>(*this);
    give(copy.facts.comment, words);
    return copy;
  }
};

/// `.only(…)`, for what one database may have and another not.
template <typename Self>
struct database_options {
  consteval Self only(database which) const {
    Self copy = static_cast<const Self&>(*this);
    give_only(copy.facts.only, which);
    return copy;
  }
};

/// Of what an index stands behind.
template <typename Self>
struct storage_options {
  /// Storage parameters of its index, as written: `with_options("fillfactor = 70")` (PostgreSQL).
  consteval Self with_options(some_text parameters) const {
    Self copy = static_cast<const Self&>(*this);
    give(copy.facts.with, parameters);
    return copy;
  }
};

/// `.as_found()`, of keys that a database has though a new one would not be made so.
template <typename Self>
struct found_options {
  /// Rules that say how a key ought to be are not applied to it.
  consteval Self as_found() const {
    Self copy = static_cast<const Self&>(*this);
    give(copy.facts.as_found, true);
    return copy;
  }
};

template <typename Self>
struct deferral_options {
  /// May be checked at the end of the transaction, where that asks for it.
  consteval Self deferrable() const { return deferred(deferral::initially_immediate); }

  /// Is checked at the end of the transaction.
  consteval Self initially_deferred() const { return deferred(deferral::initially_deferred); }

private:
  consteval Self deferred(deferral when) const {
    Self copy = static_cast<const Self&>(*this);
    give(copy.facts.deferrable, when);
    return copy;
  }
};

} // namespace strata::detail
