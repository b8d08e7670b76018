// Views and materialized views.
#pragma once

#include <strata/schema/attachment.hpp>
#include <strata/schema/column.hpp>
#include <strata/schema/dependency.hpp>
#include <strata/schema/index.hpp>
#include <strata/schema/object_elements.hpp>
#include <strata/schema/object_options.hpp>

namespace strata::detail {

struct view_facts : object_facts {
  object_options options{};
  sql_words query{};
  bool materialized = false;
  text_ref parameters{};
};

template <std::size_t N>
constexpr void check_view(const view_facts& view, const element* const (&elements)[N]) {
  for (std::size_t i = 0; i < N; ++i) {
    if (elements[i]->kind == element_kind::index && !view.materialized)
      S053_index_on_a_view_that_is_not_materialized();
    for (std::size_t k = 0; k < i; ++k)
      if (elements[i]->kind == element_kind::column && elements[k]->kind == element_kind::column &&
          elements[i]->name == elements[k]->name)
        S052_view_column_declared_twice();
  }
}

template <typename... Elements>
struct view_declaration;

/// A view of these elements, if they break no rule.
template <typename... Elements>
constexpr view_declaration<Elements...> view_of(view_facts facts, const Elements&... elements) {
  if constexpr (sizeof...(Elements) > 0) {
    const element* const all[] = {&elements...};
    check_view(facts, all);
  }
  facts.elements = &object_of_elements<view_facts, Elements...>::show;
  return {{facts, boost::hana::basic_tuple<Elements...>(elements...)}, {}};
}

template <typename... Elements>
struct view_declaration : object_of_elements<view_facts, Elements...>,
                          options_of_object<view_declaration<Elements...>> {
  /// Names that its columns have in place of the query's: `CREATE VIEW name (a, b)`.
  template <typename... Names>
  consteval auto column_names(const Names&... names) const {
    return with(word(names)...);
  }

  /// Its columns, for the accessors and their comments.
  template <typename... Columns>
  consteval auto columns(const column_declaration<Columns>&... each) const {
    return with(each...);
  }

  /// Indexes of a materialized view.
  template <std::size_t... Keys, std::size_t... Included>
  consteval auto indexes(const index_declaration<Keys, Included>&... each) const {
    return with(each...);
  }

  /// Options as written: `with_options("security_barrier = true")` (PostgreSQL).
  consteval view_declaration with_options(some_text given) const {
    auto copy = *this;
    give(copy.parameters, given);
    return copy;
  }

  /// The tables, views and functions that its query uses.
  template <typename... Objects>
  consteval auto depends_on(const Objects&... objects) const {
    return with(depends(objects)...);
  }

private:
  template <typename... Added>
  consteval auto with(const Added&... added) const {
    return boost::hana::unpack(this->items, [&](const Elements&... own) {
      return view_of<Elements..., Added...>(*this, own..., added...);
    });
  }
};

consteval view_facts
facts_of_view(const located_name& name, const sql_words& query, bool materialized) {
  view_facts facts;
  facts.kind = object_kind::view;
  facts.name = name;
  facts.where = name.where;
  facts.query = query;
  facts.materialized = materialized;
  return facts;
}

} // namespace strata::detail

namespace strata::dsl {

consteval auto view(const detail::located_name& name, const detail::sql_words& query) {
  return detail::view_of(detail::facts_of_view(name, query, false));
}

/// A view that keeps its rows until it is refreshed (PostgreSQL).
consteval auto materialized_view(const detail::located_name& name, const detail::sql_words& query) {
  return detail::view_of(detail::facts_of_view(name, query, true));
}

} // namespace strata::dsl
