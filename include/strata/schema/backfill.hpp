// How existing rows get their values: backfills of a column, and conversions to another type.
#pragma once

#include <strata/schema/change.hpp>

namespace strata::detail {

struct conversion_facts {
  object_name table{};
  text_ref column{};
  sql_words using_sql{};
  sql_words down_sql{};
};

struct conversion_declaration : element_with<conversion_facts> {
  using is_transition_entry = void;

  /// The way back: an expression of the old type.
  consteval conversion_declaration down(const sql_words& using_sql) const {
    auto copy = *this;
    give(copy.facts.down_sql, using_sql);
    return copy;
  }
};

enum class backfill_triggers { unsaid, fire, do_not_fire };

struct backfill_facts {
  object_name table{};
  text_ref column{};
  sql_words expression{};
  sql_words where_sql{};
  sql_words down_sql{};
  backfill_triggers triggers = backfill_triggers::unsaid;
};

struct backfill_declaration : element_with<backfill_facts> {
  using is_transition_entry = void;

  /// The rows to fill; those in which the column is null, where nothing is said.
  consteval backfill_declaration where(const sql_words& condition) const {
    auto copy = *this;
    give(copy.facts.where_sql, condition);
    return copy;
  }

  /// What the column is set to on the way down.
  consteval backfill_declaration down(const sql_words& expression) const {
    auto copy = *this;
    give(copy.facts.down_sql, expression);
    return copy;
  }

  /// The table's UPDATE triggers run for each row.
  consteval backfill_declaration fires_triggers() const {
    auto copy = *this;
    give(copy.facts.triggers, backfill_triggers::fire);
    return copy;
  }

  /// The table's UPDATE triggers are held off.
  consteval backfill_declaration without_triggers() const {
    auto copy = *this;
    give(copy.facts.triggers, backfill_triggers::do_not_fire);
    return copy;
  }
};

} // namespace strata::detail

namespace strata::dsl {

/// `ALTER COLUMN column TYPE … USING using_sql`.
consteval auto convert_column(const detail::located_object& table,
                              detail::name_text column,
                              const detail::sql_words& using_sql) {
  return detail::conversion_declaration{
      {{detail::element_kind::conversion, table.where}, {table, column, using_sql}}};
}

/// `UPDATE table SET column = expression`, for rows that exist.
consteval auto backfill(const detail::located_object& table,
                        detail::name_text column,
                        const detail::sql_words& expression) {
  return detail::backfill_declaration{
      {{detail::element_kind::backfill, table.where}, {table, column, expression}}};
}

} // namespace strata::dsl
