// Indexes and their keys.
#pragma once

#include <strata/schema/constraint.hpp>
#include <strata/schema/sequence_options.hpp>

namespace strata::detail {

enum class nulls_order { by_default, first, last };

struct index_key {
  text_ref column{};
  sql_words expression{};
  text_ref collation{};
  text_ref operator_class{};
  bool ascending = false;
  bool descending = false;
  nulls_order nulls = nulls_order::by_default;
  sequence_options::number statistics{};
};

/// A key under declaration: a column's name, `desc("…")`, `expression("lower(name)")` …
struct key_declaration {
  index_key key{};
  std::source_location where{};

  template <std::size_t N>
  consteval key_declaration(const char (&column)[N],
                            std::source_location place = std::source_location::current())
      : where(place) {
    key.column = name_text(column);
  }

  consteval key_declaration(const longer_name& column,
                            std::source_location place = std::source_location::current())
      : where(place) {
    key.column = column.text;
  }

  consteval key_declaration(const sql_words& expression, std::source_location place)
      : where(place) {
    key.expression = expression;
  }

  consteval key_declaration asc() const {
    auto copy = *this;
    copy.order();
    copy.key.ascending = true;
    return copy;
  }

  consteval key_declaration desc() const {
    auto copy = *this;
    copy.order();
    copy.key.descending = true;
    return copy;
  }

  consteval key_declaration nulls_first() const {
    auto copy = *this;
    give(copy.key.nulls, nulls_order::first);
    return copy;
  }

  consteval key_declaration nulls_last() const {
    auto copy = *this;
    give(copy.key.nulls, nulls_order::last);
    return copy;
  }

  /// An operator class: `key("name").opclass("gin_trgm_ops")`.
  consteval key_declaration opclass(some_text name) const {
    auto copy = *this;
    give(copy.key.operator_class, name);
    return copy;
  }

  consteval key_declaration collate(name_text collation) const {
    auto copy = *this;
    give(copy.key.collation, collation);
    return copy;
  }

  /// How much ANALYZE gathers of an expression (PostgreSQL).
  consteval key_declaration statistics_target(std::int64_t target) const {
    if (!key.column.empty())
      S029_statistics_of_a_key_that_is_a_column();
    auto copy = *this;
    give(copy.key.statistics, target);
    return copy;
  }

private:
  constexpr void order() {
    if (key.ascending || key.descending)
      S005_option_given_twice();
  }
};

struct index_facts : constraint_facts {
  bool unique = false;
  bool nulls_not_distinct = false;
  text_ref method{};
  sql_words predicate{};
  text_ref with{};
  text_ref part_of{};
  bool only_parent = false;
};

template <std::size_t Keys, std::size_t Included = 0>
struct index_declaration : element_with_lists<index_facts>,
                           constraint_options<index_declaration<Keys, Included>>,
                           database_options<index_declaration<Keys, Included>> {
  using is_table_element = void;
  std::array<index_key, Keys> keys{};
  column_names<Included> included{};

  consteval auto unique() const {
    auto copy = *this;
    give(copy.facts.unique, true);
    return copy;
  }

  /// Two nulls are equal (PostgreSQL 15).
  consteval auto nulls_not_distinct() const {
    auto copy = *this;
    give(copy.facts.nulls_not_distinct, true);
    return copy;
  }

  /// The rows it holds; the others cost it nothing.
  consteval auto where(const sql_words& predicate) const {
    auto copy = *this;
    give(copy.facts.predicate, predicate);
    return copy;
  }

  /// `gin`, `gist`, `brin`, `hash` …; a btree where nothing is said (PostgreSQL).
  consteval auto using_method(name_text method) const {
    auto copy = *this;
    give(copy.facts.method, method);
    return copy;
  }

  /// Storage parameters as written: `with_options("fillfactor = 70")` (PostgreSQL).
  consteval auto with_options(some_text parameters) const {
    auto copy = *this;
    give(copy.facts.with, parameters);
    return copy;
  }

  /// Of a partition: the index of its parent that it is a part of, where it has a name of its own.
  consteval auto part_of(name_text parent) const {
    auto copy = *this;
    give(copy.facts.part_of, parent);
    return copy;
  }

  /// Of a partitioned table: its partitions have the parts that they declare, and no others
  /// (PostgreSQL's ON ONLY).
  consteval auto only_parent() const {
    auto copy = *this;
    give(copy.facts.only_parent, true);
    return copy;
  }

  /// Columns that it holds without ordering by them (PostgreSQL).
  template <typename... Names>
  consteval auto include(const Names&... names) const {
    if (Included > 0)
      S005_option_given_twice();
    index_declaration<Keys, sizeof...(Names)> result;
    static_cast<element_with<index_facts>&>(result) = *this;
    result.lists = &result.show;
    result.keys = keys;
    result.included = {name_of(names)...};
    return result;
  }

  static constexpr element_lists show(const element& each) {
    const auto& self = static_cast<const index_declaration&>(each);
    return {{}, list_of(self.included), {}, list_of(self.keys)};
  }
};

consteval index_key key_of(const key_declaration& declaration) { return declaration.key; }

} // namespace strata::detail

namespace strata::dsl {

/// A key with options: `key("name").opclass("gin_trgm_ops")`; a plain column needs only its name.
consteval detail::key_declaration key(const detail::key_declaration& column) { return column; }

consteval detail::key_declaration asc(const detail::key_declaration& key) { return key.asc(); }

consteval detail::key_declaration desc(const detail::key_declaration& key) { return key.desc(); }

consteval detail::key_declaration nulls_first(const detail::key_declaration& key) {
  return key.nulls_first();
}

consteval detail::key_declaration nulls_last(const detail::key_declaration& key) {
  return key.nulls_last();
}

/// An expression as a key: `index(expression("lower(name)"))`.
consteval detail::key_declaration
expression(const detail::sql_words& words,
           std::source_location place = std::source_location::current()) {
  return detail::key_declaration(words, place);
}

template <typename... Keys>
consteval auto index(const detail::key_declaration& first, const Keys&... more) {
  detail::index_declaration<1 + sizeof...(Keys)> result;
  result.kind = detail::element_kind::index;
  result.place = first.where;
  result.lists = &result.show;
  result.keys = {first.key, detail::key_of(more)...};
  return result;
}

} // namespace strata::dsl
