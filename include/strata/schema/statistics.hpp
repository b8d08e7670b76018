// Extended statistics of a table (PostgreSQL).
#pragma once

#include <strata/schema/attachment.hpp>
#include <strata/schema/object_elements.hpp>
#include <strata/schema/sequence_options.hpp>

namespace strata::detail {

struct statistics_facts : attached_facts {
  text_ref on{};
  sequence_options::number target{};
};

/// Its elements are the kinds.
template <typename... Kinds>
struct statistics_declaration : object_of_elements<statistics_facts, Kinds...>,
                                options_of_object<statistics_declaration<Kinds...>> {
  /// `ndistinct`, `dependencies`, `mcv`; all where nothing is said.
  template <typename... Names>
  consteval auto kinds(const Names&... names) const {
    if (sizeof...(Kinds) > 0)
      S005_option_given_twice();
    return of<decltype(word(names))...>(*this, word(names)...);
  }

  /// How much ANALYZE gathers.
  consteval auto statistics_target(std::int64_t value) const {
    auto copy = *this;
    give(copy.target, value);
    return copy;
  }

  template <typename... Words>
  static constexpr statistics_declaration<Words...> of(statistics_facts facts,
                                                       const Words&... words) {
    facts.elements = &object_of_elements<statistics_facts, Words...>::show;
    return {{facts, boost::hana::basic_tuple<Words...>(words...)}, {}};
  }
};

} // namespace strata::detail

namespace strata::dsl {

/// `statistics("addresses_stats", addresses, "city, zip, (lower(street))")`.
consteval auto statistics(const detail::located_name& name,
                          const detail::object_name& table,
                          detail::some_text on) {
  detail::statistics_facts facts;
  facts.kind = detail::object_kind::statistics;
  facts.name = name;
  facts.where = name.where;
  facts.table = table;
  facts.on = on;
  return detail::statistics_declaration<>::of(facts);
}

} // namespace strata::dsl
