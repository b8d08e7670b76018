// The table alert_history, as v1.hpp declares it. Printed by Strata: changes belong there.
#pragma once

#include "fingerprint.hpp"

#include <strata/runtime/accessors.hpp>

static_assert(strata::accessor_format == 1,
              "this header and Strata's runtime are of different releases; build both anew");

namespace sentinel::db::alert_history {

/// One row.
struct row {
  std::int64_t id;
  strata::uuid rule_id;
  std::optional<strata::uuid> violation_id;
  std::string channel;
  std::string message;
  std::chrono::sys_time<std::chrono::microseconds> sent_at;

  friend bool operator==(const row&, const row&) = default;
};

/// What `insert` is given: `required` must be; `defaulted` is the database's, unless it is.
struct new_row {
  strata::defaulted<std::int64_t> id{};
  strata::required<strata::uuid> rule_id;
  strata::defaulted<std::optional<strata::uuid>> violation_id{};
  strata::required<std::string> channel;
  strata::required<std::string> message;
  strata::defaulted<std::chrono::sys_time<std::chrono::microseconds>> sent_at{};
};

/// What `update` changes: only what is given.
struct patch {
  strata::changed<std::int64_t> id{};
  strata::changed<strata::uuid> rule_id{};
  strata::changed<std::optional<strata::uuid>> violation_id{};
  strata::changed<std::string> channel{};
  strata::changed<std::string> message{};
  strata::changed<std::chrono::sys_time<std::chrono::microseconds>> sent_at{};
};

struct table;

/// The columns, for conditions, orders and selections.
namespace col {
inline constexpr strata::column<table, std::int64_t> id{"id", R"("id")"};
inline constexpr strata::column<table, strata::uuid> rule_id{"rule_id", R"("rule_id")"};
inline constexpr strata::column<table, std::optional<strata::uuid>> violation_id{"violation_id",
    R"("violation_id")"};
inline constexpr strata::column<table, std::string> channel{"channel", R"("channel")"};
inline constexpr strata::column<table, std::string> message{"message", R"("message")"};
inline constexpr strata::column<table, std::chrono::sys_time<std::chrono::microseconds>> sent_at{
    "sent_at", R"("sent_at")"};
} // namespace col

/// The keys that `upsert` can tell rows apart by.
namespace key {
inline constexpr strata::key<table> primary{R"("id")"};
} // namespace key

/// What joins the structs above to SQL; for the functions below.
struct table {
  using row_type = row;
  using new_row_type = new_row;
  using patch_type = patch;

  static constexpr strata::table_text text{
    .schema = "",
    .name = "alert_history",
    .quoted = R"("alert_history")",
    .columns = {
      R"("id", "rule_id", "violation_id", "channel", "message", "sent_at")"},
    .schema_mark = detail::schema_mark,
  };

  static row read(strata::row_reader& from) {
    return {
      .id = from.next<std::int64_t>(),
      .rule_id = from.next<strata::uuid>(),
      .violation_id = from.next<std::optional<strata::uuid>>(),
      .channel = from.next<std::string>(),
      .message = from.next<std::string>(),
      .sent_at = from.next<std::chrono::sys_time<std::chrono::microseconds>>(),
    };
  }

  static void write(strata::row_writer& to, const new_row& from) {
    to.set(col::id, from.id);
    to.set(col::rule_id, from.rule_id);
    to.set(col::violation_id, from.violation_id);
    to.set(col::channel, from.channel);
    to.set(col::message, from.message);
    to.set(col::sent_at, from.sent_at);
  }

  static void write(strata::row_writer& to, const patch& from) {
    to.set(col::id, from.id);
    to.set(col::rule_id, from.rule_id);
    to.set(col::violation_id, from.violation_id);
    to.set(col::channel, from.channel);
    to.set(col::message, from.message);
    to.set(col::sent_at, from.sent_at);
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

/// The row of that primary key, if there is one.
inline std::optional<row> find(strata::queryable& db, std::int64_t id) {
  return select(db, col::id == id).first();
}

/// Inserts a row; returns it as the database keeps it.
inline row insert(strata::queryable& db, const new_row& given) {
  return strata::accessor::insert<table>(db, given);
}

/// Inserts all rows or none, the fastest way the database has; returns how many.
inline std::int64_t insert_many(strata::queryable& db, const std::vector<new_row>& given) {
  return strata::accessor::insert_many<table>(db, given);
}

/// Inserts a row, or changes the row of the same key to what is given; returns it.
inline row upsert(strata::queryable& db,
                  const new_row& given,
                  const strata::key<table>& by = key::primary) {
  return strata::accessor::upsert<table>(db, given, by);
}

/// Changes the rows that meet a condition; returns how many.
inline std::int64_t update(strata::queryable& db,
                           const strata::condition<table>& where,
                           const patch& change) {
  return strata::accessor::update<table>(db, where, change);
}

inline std::int64_t update(strata::queryable& db, std::int64_t id, const patch& change) {
  return update(db, col::id == id, change);
}

/// Deletes the rows that meet a condition; returns how many.
inline std::int64_t erase(strata::queryable& db, const strata::condition<table>& where) {
  return strata::accessor::erase<table>(db, where);
}

inline std::int64_t erase(strata::queryable& db, std::int64_t id) {
  return erase(db, col::id == id);
}

} // namespace sentinel::db::alert_history
