// The databases by name, and SQL text that may differ between them.
#pragma once

#include <strata/schema/text.hpp>

namespace strata::detail {

enum class database { postgresql, sqlite };

/// Where a declaration applies.
enum class databases { both, postgresql, sqlite };

constexpr void give_only(databases& option, database which) {
  give(option, which == database::postgresql ? databases::postgresql : databases::sqlite);
}

/// SQL that Strata does not look into, as each database is given it.
struct sql_words {
  text_ref postgresql;
  text_ref sqlite;

  constexpr sql_words() = default;

  consteval sql_words(some_text both) : postgresql(both), sqlite(both) {}

  template <std::size_t N>
  consteval sql_words(const char (&both)[N]) : sql_words(some_text(both)) {}

  constexpr bool empty() const { return postgresql.empty() && sqlite.empty(); }
};

constexpr void give(sql_words& option, const sql_words& value) {
  if (!option.empty())
    S005_option_given_twice();
  option = value;
}

} // namespace strata::detail

namespace strata::dsl {

inline constexpr auto postgresql = detail::database::postgresql;
inline constexpr auto sqlite = detail::database::sqlite;

/// SQL as it stands, the same for every database.
consteval detail::sql_words sql(detail::some_text words) { return detail::sql_words(words); }

/// SQL for one database; for what exists in no other one.
consteval detail::sql_words sql_for(detail::database which, detail::some_text words) {
  detail::sql_words result;
  (which == detail::database::postgresql ? result.postgresql : result.sqlite) = words;
  return result;
}

/// SQL that differs: `sql_for(postgresql, "…", sqlite, "…")`.
consteval detail::sql_words sql_for(detail::database first,
                                    detail::some_text words,
                                    detail::database second,
                                    detail::some_text other_words) {
  if (first == second)
    detail::S005_option_given_twice();
  detail::sql_words result = sql_for(first, words);
  (second == detail::database::postgresql ? result.postgresql : result.sqlite) = other_words;
  return result;
}

} // namespace strata::dsl
