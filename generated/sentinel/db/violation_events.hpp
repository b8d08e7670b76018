// The table violation_events, as v1.hpp declares it. Printed by Strata: changes belong there.
#pragma once

#include "fingerprint.hpp"

#include <strata/runtime/accessors.hpp>

static_assert(strata::accessor_format == 1,
              "this header and Strata's runtime are of different releases; build both anew");

namespace sentinel::db::violation_events {

/// One row.
struct row {
  strata::uuid id;
  std::int64_t detection_id;
  std::string rule;
  std::int16_t severity;
  std::chrono::sys_time<std::chrono::microseconds> started_at;
  std::optional<std::chrono::sys_time<std::chrono::microseconds>> ended_at;
  std::optional<std::chrono::microseconds> shift_start;
  std::optional<std::vector<std::byte>> snapshot;
  bool acknowledged;

  friend bool operator==(const row&, const row&) = default;
};

/// What `insert` is given: `required` must be; `defaulted` is the database's, unless it is.
struct new_row {
  strata::defaulted<strata::uuid> id{};
  strata::required<std::int64_t> detection_id;
  strata::required<std::string> rule;
  strata::defaulted<std::int16_t> severity{};
  strata::required<std::chrono::sys_time<std::chrono::microseconds>> started_at;
  strata::defaulted<std::optional<std::chrono::sys_time<std::chrono::microseconds>>> ended_at{};
  strata::defaulted<std::optional<std::chrono::microseconds>> shift_start{};
  strata::defaulted<std::optional<std::vector<std::byte>>> snapshot{};
  strata::defaulted<bool> acknowledged{};
};

/// What `update` changes: only what is given.
struct patch {
  strata::changed<strata::uuid> id{};
  strata::changed<std::int64_t> detection_id{};
  strata::changed<std::string> rule{};
  strata::changed<std::int16_t> severity{};
  strata::changed<std::chrono::sys_time<std::chrono::microseconds>> started_at{};
  strata::changed<std::optional<std::chrono::sys_time<std::chrono::microseconds>>> ended_at{};
  strata::changed<std::optional<std::chrono::microseconds>> shift_start{};
  strata::changed<std::optional<std::vector<std::byte>>> snapshot{};
  strata::changed<bool> acknowledged{};
};

struct table;

/// The columns, for conditions, orders and selections.
namespace col {
inline constexpr strata::column<table, strata::uuid> id{"id", R"("id")"};
inline constexpr strata::column<table, std::int64_t> detection_id{"detection_id",
    R"("detection_id")"};
inline constexpr strata::column<table, std::string> rule{"rule", R"("rule")"};
inline constexpr strata::column<table, std::int16_t> severity{"severity", R"("severity")"};
inline constexpr strata::column<table, std::chrono::sys_time<std::chrono::microseconds>> started_at{
    "started_at", R"("started_at")"};
inline constexpr strata::column<table,
    std::optional<std::chrono::sys_time<std::chrono::microseconds>>> ended_at{"ended_at",
    R"("ended_at")"};
inline constexpr strata::column<table, std::optional<std::chrono::microseconds>> shift_start{
    "shift_start", R"("shift_start")"};
inline constexpr strata::column<table, std::optional<std::vector<std::byte>>> snapshot{"snapshot",
    R"("snapshot")"};
inline constexpr strata::column<table, bool> acknowledged{"acknowledged", R"("acknowledged")"};
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
    .name = "violation_events",
    .quoted = R"("violation_events")",
    .columns = {
      R"("id", "detection_id", "rule", "severity", "started_at", "ended_at", )"
      R"("shift_start", "snapshot", "acknowledged")"},
    .schema_mark = detail::schema_mark,
  };

  static row read(strata::row_reader& from) {
    return {
      .id = from.next<strata::uuid>(),
      .detection_id = from.next<std::int64_t>(),
      .rule = from.next<std::string>(),
      .severity = from.next<std::int16_t>(),
      .started_at = from.next<std::chrono::sys_time<std::chrono::microseconds>>(),
      .ended_at = from.next<std::optional<std::chrono::sys_time<std::chrono::microseconds>>>(),
      .shift_start = from.next<std::optional<std::chrono::microseconds>>(),
      .snapshot = from.next<std::optional<std::vector<std::byte>>>(),
      .acknowledged = from.next<bool>(),
    };
  }

  static void write(strata::row_writer& to, const new_row& from) {
    to.set(col::id, from.id);
    to.set(col::detection_id, from.detection_id);
    to.set(col::rule, from.rule);
    to.set(col::severity, from.severity);
    to.set(col::started_at, from.started_at);
    to.set(col::ended_at, from.ended_at);
    to.set(col::shift_start, from.shift_start);
    to.set(col::snapshot, from.snapshot);
    to.set(col::acknowledged, from.acknowledged);
  }

  static void write(strata::row_writer& to, const patch& from) {
    to.set(col::id, from.id);
    to.set(col::detection_id, from.detection_id);
    to.set(col::rule, from.rule);
    to.set(col::severity, from.severity);
    to.set(col::started_at, from.started_at);
    to.set(col::ended_at, from.ended_at);
    to.set(col::shift_start, from.shift_start);
    to.set(col::snapshot, from.snapshot);
    to.set(col::acknowledged, from.acknowledged);
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
inline std::optional<row> find(strata::queryable& db, const strata::uuid& id) {
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

inline std::int64_t update(strata::queryable& db, const strata::uuid& id, const patch& change) {
  return update(db, col::id == id, change);
}

/// Deletes the rows that meet a condition; returns how many.
inline std::int64_t erase(strata::queryable& db, const strata::condition<table>& where) {
  return strata::accessor::erase<table>(db, where);
}

inline std::int64_t erase(strata::queryable& db, const strata::uuid& id) {
  return erase(db, col::id == id);
}

} // namespace sentinel::db::violation_events
