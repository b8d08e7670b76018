// Sequences that stand for themselves (PostgreSQL); `.identity()` and `.serial()` bring their own.
#pragma once

#include <strata/schema/object_options.hpp>
#include <strata/schema/sequence_options.hpp>
#include <strata/schema/type.hpp>

namespace strata::detail {

struct sequence_facts : object_facts {
  object_options options{};
  column_type type{type_kind::bigint};
  sequence_options counting{};
  object_name owner{};
  text_ref owner_column{};
};

struct sequence_declaration : sequence_facts, options_of_object<sequence_declaration> {
  /// The type whose values it gives; bigint where nothing is said.
  consteval sequence_declaration counting_in(column_type given) const {
    if (!is_integer(given))
      S054_sequence_does_not_count_in_integers();
    auto copy = *this;
    give(copy.type.kind, given.kind, type_kind::bigint);
    return copy;
  }

  consteval sequence_declaration start(std::int64_t value) const {
    return with(&sequence_options::start, value);
  }

  consteval sequence_declaration increment(std::int64_t value) const {
    return with(&sequence_options::increment, value);
  }

  consteval sequence_declaration minimum(std::int64_t value) const {
    return with(&sequence_options::minimum, value);
  }

  consteval sequence_declaration maximum(std::int64_t value) const {
    return with(&sequence_options::maximum, value);
  }

  consteval sequence_declaration cache(std::int64_t value) const {
    return with(&sequence_options::cache, value);
  }

  consteval sequence_declaration cycle() const {
    auto copy = *this;
    give(copy.counting.cycle, true);
    return copy;
  }

  /// Goes with this column when that goes.
  consteval sequence_declaration owned_by(const object_name& table, name_text column) const {
    auto copy = *this;
    give(copy.owner_column, column);
    copy.owner = table;
    return copy;
  }

private:
  consteval sequence_declaration with(sequence_options::number sequence_options::*option,
                                      std::int64_t value) const {
    auto copy = *this;
    give(copy.counting.*option, value);
    return copy;
  }
};

} // namespace strata::detail

namespace strata::dsl {

consteval auto sequence(const detail::located_name& name) {
  detail::sequence_declaration result;
  result.kind = detail::object_kind::sequence;
  result.name = name;
  result.where = name.where;
  return result;
}

} // namespace strata::dsl
