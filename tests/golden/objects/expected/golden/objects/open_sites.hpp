// The view open_sites, as v1.hpp declares it. Printed by Strata: changes belong there.
#pragma once

#include "fingerprint.hpp"

#include <strata/runtime/accessors.hpp>

static_assert(strata::accessor_format == 1,
              "this header and Strata's runtime are of different releases; build both anew");

namespace golden::objects::open_sites {

/// One row.
struct row {
  strata::uuid id;
  std::string code;

  friend bool operator==(const row&, const row&) = default;
};

struct table;

/// The columns, for conditions, orders and selections.
namespace col {
inline constexpr strata::column<table, strata::uuid> id{"id", R"("id")"};
inline constexpr strata::column<table, std::string> code{"code", R"("code")"};
} // namespace col

/// What joins the structs above to SQL; for the functions below.
struct table {
  using row_type = row;

  static constexpr strata::table_text text{
    .schema = "",
    .name = "open_sites",
    .quoted = R"("open_sites")",
    .columns = {
      R"("id", "code")"},
    .schema_mark = detail::schema_mark,
  };

  static row read(strata::row_reader& from) {
    return {
      .id = from.next<strata::uuid>(),
      .code = from.next<std::string>(),
    };
  }
};

/// The rows that meet a condition, or all: `.order_by(…)`, `.limit(…)`, `.all()`, a loop.
inline strata::selection<table, row>
select(strata::queryable& db, const strata::condition<table>& where = strata::every_row) {
  return strata::accessor::select<table>(db, where);
}

/// Some columns of the rows, as tuples; `.where(…)` says of which.
template <typename... Ts, strata::comparison... By>
  requires(sizeof...(Ts) > 0)
strata::selection<table, std::tuple<Ts...>>
select(strata::queryable& db, const strata::column<table, Ts, By>&... columns) {
  return strata::accessor::select_columns<table>(db, columns...);
}

/// How many rows meet a condition, or how many there are.
inline std::int64_t
count(strata::queryable& db, const strata::condition<table>& where = strata::every_row) {
  return strata::accessor::count<table>(db, where);
}

} // namespace golden::objects::open_sites
