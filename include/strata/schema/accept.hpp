// Acknowledged hazards.
#pragma once

#include <strata/schema/change.hpp>

namespace strata::detail {

/// A hazard by its name; only those of strata::dsl exist.
struct hazard_name {
  text_ref name{};
};

struct acceptance_facts {
  text_ref hazard{};
  text_ref object{};
  text_ref because{};
};

struct acceptance_declaration : element_with<acceptance_facts> {
  using is_transition_entry = void;

  consteval acceptance_declaration because(some_text reason) const {
    auto copy = *this;
    give(copy.facts.because, reason);
    return copy;
  }
};

/// A text and the place where it is written.
struct located_text : some_text {
  std::source_location where{};

  template <std::size_t N>
  consteval located_text(const char (&literal)[N],
                         std::source_location place = std::source_location::current())
      : some_text(literal), where(place) {}
};

} // namespace strata::detail

namespace strata::dsl {

inline constexpr detail::hazard_name data_loss{"data_loss"};
inline constexpr detail::hazard_name may_fail_on_data{"may_fail_on_data"};
inline constexpr detail::hazard_name rewrites_table{"rewrites_table"};
inline constexpr detail::hazard_name blocks_writes{"blocks_writes"};
inline constexpr detail::hazard_name blocks_reads{"blocks_reads"};
inline constexpr detail::hazard_name breaks_old_readers{"breaks_old_readers"};
inline constexpr detail::hazard_name breaks_old_writers{"breaks_old_writers"};

/// One hazard of one object: `table`, `table.column` or `table/constraint`.
consteval auto accept(const detail::hazard_name& hazard, const detail::located_text& object) {
  return detail::acceptance_declaration{
      {{detail::element_kind::acceptance, object.where}, {hazard.name, object}}};
}

} // namespace strata::dsl
