// The table detection_records, as v3.hpp declares it. Printed by Strata: changes belong there.
#pragma once

#include "fingerprint.hpp"

#include <strata/runtime/accessors.hpp>

static_assert(strata::accessor_format == 1,
              "this header and Strata's runtime are of different releases; build both anew");

namespace sentinel::db::detection_records {

/// One row.
struct row {
  std::int64_t id;
  strata::uuid camera_id;
  std::optional<strata::uuid> region_id;
  std::string label;
  std::optional<std::int32_t> track_id;
  strata::json bounding_box;
  std::chrono::sys_time<std::chrono::microseconds> detected_at;
  /// of the label, from 0 to 1
  double confidence;

  friend bool operator==(const row&, const row&) = default;
};

/// What `insert` is given: `required` must be; `defaulted` is the database's, unless it is.
struct new_row {
  strata::defaulted<std::int64_t> id{};
  strata::required<strata::uuid> camera_id;
  strata::defaulted<std::optional<strata::uuid>> region_id{};
  strata::required<std::string> label;
  strata::defaulted<std::optional<std::int32_t>> track_id{};
  strata::required<strata::json> bounding_box;
  strata::defaulted<std::chrono::sys_time<std::chrono::microseconds>> detected_at{};
  strata::required<double> confidence;
};

/// What `update` changes: only what is given.
struct patch {
  strata::changed<std::int64_t> id{};
  strata::changed<strata::uuid> camera_id{};
  strata::changed<std::optional<strata::uuid>> region_id{};
  strata::changed<std::string> label{};
  strata::changed<std::optional<std::int32_t>> track_id{};
  strata::changed<strata::json> bounding_box{};
  strata::changed<std::chrono::sys_time<std::chrono::microseconds>> detected_at{};
  strata::changed<double> confidence{};
};

struct table;

/// The columns, for conditions, orders and selections.
namespace col {
inline constexpr strata::column<table, std::int64_t> id{"id", R"("id")"};
inline constexpr strata::column<table, strata::uuid> camera_id{"camera_id", R"("camera_id")"};
inline constexpr strata::column<table, std::optional<strata::uuid>> region_id{"region_id",
    R"("region_id")"};
inline constexpr strata::column<table, std::string> label{"label", R"("label")"};
inline constexpr strata::column<table, std::optional<std::int32_t>> track_id{"track_id",
    R"("track_id")"};
inline constexpr strata::column<table, strata::json, strata::comparison::equality> bounding_box{
    "bounding_box", R"("bounding_box")"};
inline constexpr strata::column<table, std::chrono::sys_time<std::chrono::microseconds>>
    detected_at{"detected_at", R"("detected_at")"};
/// of the label, from 0 to 1
inline constexpr strata::column<table, double> confidence{"confidence", R"("confidence")"};
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
    .name = "detection_records",
    .quoted = R"("detection_records")",
    .columns = {
      R"("id", "camera_id", "region_id", "label", "track_id", "bounding_box", )"
      R"("detected_at", "confidence")"},
    .schema_mark = detail::schema_mark,
  };

  static row read(strata::row_reader& from) {
    return {
      .id = from.next<std::int64_t>(),
      .camera_id = from.next<strata::uuid>(),
      .region_id = from.next<std::optional<strata::uuid>>(),
      .label = from.next<std::string>(),
      .track_id = from.next<std::optional<std::int32_t>>(),
      .bounding_box = from.next<strata::json>(),
      .detected_at = from.next<std::chrono::sys_time<std::chrono::microseconds>>(),
      .confidence = from.next<double>(),
    };
  }

  static void write(strata::row_writer& to, const new_row& from) {
    to.set(col::id, from.id);
    to.set(col::camera_id, from.camera_id);
    to.set(col::region_id, from.region_id);
    to.set(col::label, from.label);
    to.set(col::track_id, from.track_id);
    to.set(col::bounding_box, from.bounding_box);
    to.set(col::detected_at, from.detected_at);
    to.set(col::confidence, from.confidence);
  }

  static void write(strata::row_writer& to, const patch& from) {
    to.set(col::id, from.id);
    to.set(col::camera_id, from.camera_id);
    to.set(col::region_id, from.region_id);
    to.set(col::label, from.label);
    to.set(col::track_id, from.track_id);
    to.set(col::bounding_box, from.bounding_box);
    to.set(col::detected_at, from.detected_at);
    to.set(col::confidence, from.confidence);
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

} // namespace sentinel::db::detection_records
