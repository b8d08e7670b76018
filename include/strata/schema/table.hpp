// Tables, and tables derived from them.
#pragma once

#include <strata/schema/object_elements.hpp>
#include <strata/schema/table_rules.hpp>

namespace strata::detail {

template <typename... Elements>
struct table_declaration;

/// A table of these elements, if they break no rule.
template <typename... Elements>
constexpr table_declaration<Elements...> table_of(table_facts facts, const Elements&... elements) {
  if constexpr (sizeof...(Elements) > 0) {
    const element* const all[] = {&elements...};
    check_table(facts, all);
  }
  facts.elements = &object_of_elements<table_facts, Elements...>::show;
  return {{facts, boost::hana::basic_tuple<Elements...>(elements...)}};
}

/// A table with the elements that this declaration lists: all of them, or, where it has a parent,
/// what changes. On a declaration with a name each function begins a derivation from it; on the
/// result of another function it adds to that.
template <typename... Elements>
struct table_declaration : object_of_elements<table_facts, Elements...> {
  /// Adds elements; one of the same name is replaced.
  template <TableElement... Added>
  consteval auto with(const Added&... added) const& {
    return derived(place_of(added...)).with(added...);
  }

  template <TableElement... Added>
  consteval auto with(const Added&... added) && {
    return boost::hana::unpack(this->items, [&](const Elements&... own) {
      return table_of<Elements..., Added...>(*this, own..., added...);
    });
  }

  /// Leaves a column of the parent out.
  consteval auto without(const located_name& column) const& {
    return derived(column.where).without(column);
  }

  consteval auto without(const located_name& column) && {
    return removing(removed_kind::column, column);
  }

  consteval auto without_constraint(const located_name& constraint) const& {
    return derived(constraint.where).without_constraint(constraint);
  }

  consteval auto without_constraint(const located_name& constraint) && {
    return removing(removed_kind::constraint, constraint);
  }

  consteval auto without_index(const located_name& index) const& {
    return derived(index.where).without_index(index);
  }

  consteval auto without_index(const located_name& index) && {
    return removing(removed_kind::index, index);
  }

  /// The table under another name; the transition says `rename_table`.
  consteval auto renamed(const located_name& to) const& { return derived(to.where).renamed(to); }

  consteval auto renamed(const located_name& to) && {
    auto copy = *this;
    if (copy.name == to)
      S043_table_is_renamed_to_its_own_name();
    if (copy.parent == nullptr || !(copy.name == copy.parent->name))
      S005_option_given_twice();
    copy.name = to;
    return copy;
  }

  /// A column under another name, which keys and indexes follow; the transition says
  /// `rename_column`.
  consteval auto renamed_column(const located_name& from, name_text to) const& {
    return derived(from.where).renamed_column(from, to);
  }

  consteval auto renamed_column(const located_name& from, name_text to) && {
    return std::move(*this).with(
        column_rename_declaration{{{element_kind::column_rename, from.where, to}, {from}}});
  }

  consteval auto comment(some_text words,
                         std::source_location at = std::source_location::current()) const& {
    return derived(at).comment(words);
  }

  consteval auto comment(some_text words) && {
    auto copy = *this;
    give(copy.options.comment, words);
    return copy;
  }

  consteval auto in_schema(name_text,
                           std::source_location at = std::source_location::current()) const& {
    S044_derived_table_changes_its_schema();
    return derived(at);
  }

  /// A schema other than the default one.
  consteval auto in_schema(name_text schema_name) && {
    auto copy = *this;
    if (copy.parent != nullptr)
      S044_derived_table_changes_its_schema();
    give(copy.schema, schema_name);
    return copy;
  }

  /// Not written to the log: fast, and empty after a crash (PostgreSQL).
  consteval auto unlogged(std::source_location at = std::source_location::current()) const& {
    return derived(at).unlogged();
  }

  consteval auto unlogged() && {
    auto copy = *this;
    give(copy.options.unlogged, true);
    return copy;
  }

  /// Types are enforced (SQLite).
  consteval auto strict(std::source_location at = std::source_location::current()) const& {
    return derived(at).strict();
  }

  consteval auto strict() && {
    auto copy = *this;
    give(copy.options.strict, true);
    return copy;
  }

  /// Stored by its primary key (SQLite).
  consteval auto without_rowid(std::source_location at = std::source_location::current()) const& {
    return derived(at).without_rowid();
  }

  consteval auto without_rowid() && {
    auto copy = *this;
    give(copy.options.without_rowid, true);
    return copy;
  }

  consteval auto only(database which,
                      std::source_location at = std::source_location::current()) const& {
    return derived(at).only(which);
  }

  consteval auto only(database which) && {
    auto copy = *this;
    give_only(copy.options.only, which);
    return copy;
  }

  /// Its name in C++, where the SQL name does not suit.
  consteval auto as(name_text cpp_name,
                    std::source_location at = std::source_location::current()) const& {
    return derived(at).as(cpp_name);
  }

  consteval auto as(name_text cpp_name) && {
    auto copy = *this;
    give(copy.options.cpp_name, cpp_name);
    return copy;
  }

private:
  static consteval std::source_location place_of(const element& first, const auto&...) {
    return first.place;
  }

  consteval table_declaration<> derived(std::source_location at) const {
    table_facts facts;
    facts.name = this->name;
    facts.schema = this->schema;
    facts.where = at;
    facts.parent = this;
    return table_of(facts);
  }

  consteval auto removing(removed_kind of, const located_name& which) {
    return std::move(*this).with(
        removal_declaration{{{element_kind::removal, which.where, which}, of}});
  }
};

} // namespace strata::detail

namespace strata::dsl {

/// A table: columns in the order in which they are created, keys, constraints, indexes and rows in
/// any order.
template <detail::TableElement... Elements>
consteval auto table(detail::located_name name, const Elements&... elements) {
  detail::table_facts facts;
  facts.name = name;
  facts.where = name.where;
  return detail::table_of(facts, elements...);
}

} // namespace strata::dsl
