// The table cameras, as v1.hpp declares it. Printed by Strata: changes belong there.
#pragma once

#include "fingerprint.hpp"

#include <strata/runtime/accessors.hpp>

static_assert(strata::accessor_format == 1,
              "this header and Strata's runtime are of different releases; build both anew");

/// One stream each; a retired camera keeps its history.
namespace sentinel::db::cameras {

/// One row.
struct row {
  strata::uuid id;
  std::string name;
  std::optional<std::string> location;
  std::string stream_url;
  std::string status;
  std::optional<strata::json> metadata;
  std::chrono::sys_time<std::chrono::microseconds> created_at;
  std::chrono::sys_time<std::chrono::microseconds> updated_at;

  friend bool operator==(const row&, const row&) = default;
};

/// What `insert` is given: `required` must be; `defaulted` is the database's, unless it is.
struct new_row {
  strata::defaulted<strata::uuid> id{};
  strata::required<std::string> name;
  strata::defaulted<std::optional<std::string>> location{};
  strata::required<std::string> stream_url;
  strata::defaulted<std::string> status{};
  strata::defaulted<std::optional<strata::json>> metadata{};
  strata::defaulted<std::chrono::sys_time<std::chrono::microseconds>> created_at{};
  strata::defaulted<std::chrono::sys_time<std::chrono::microseconds>> updated_at{};
};

/// What `update` changes: only what is given.
struct patch {
  strata::changed<strata::uuid> id{};
  strata::changed<std::string> name{};
  strata::changed<std::optional<std::string>> location{};
  strata::changed<std::string> stream_url{};
  strata::changed<std::string> status{};
  strata::changed<std::optional<strata::json>> metadata{};
  strata::changed<std::chrono::sys_time<std::chrono::microseconds>> created_at{};
  strata::changed<std::chrono::sys_time<std::chrono::microseconds>> updated_at{};
};

struct table;

/// The columns, for conditions, orders and selections.
namespace col {
inline constexpr strata::column<table, strata::uuid> id{"id", R"("id")"};
inline constexpr strata::column<table, std::string> name{"name", R"("name")"};
inline constexpr strata::column<table, std::optional<std::string>> location{"location",
    R"("location")"};
inline constexpr strata::column<table, std::string> stream_url{"stream_url", R"("stream_url")"};
inline constexpr strata::column<table, std::string> status{"status", R"("status")"};
inline constexpr strata::column<table, std::optional<strata::json>, strata::comparison::equality>
    metadata{"metadata", R"("metadata")"};
inline constexpr strata::column<table, std::chrono::sys_time<std::chrono::microseconds>> created_at{
    "created_at", R"("created_at")"};
inline constexpr strata::column<table, std::chrono::sys_time<std::chrono::microseconds>> updated_at{
    "updated_at", R"("updated_at")"};
} // namespace col

/// The keys that `upsert` can tell rows apart by.
namespace key {
inline constexpr strata::key<table> primary{R"("id")"};
inline constexpr strata::key<table> name{R"("name")"};
} // namespace key

/// What joins the structs above to SQL; for the functions below.
struct table {
  using row_type = row;
  using new_row_type = new_row;
  using patch_type = patch;

  static constexpr strata::table_text text{
    .schema = "",
    .name = "cameras",
    .quoted = R"("cameras")",
    .columns = {
      R"("id", "name", "location", "stream_url", "status", "metadata", "created_at", )"
      R"("updated_at")"},
    .schema_mark = detail::schema_mark,
  };

  static row read(strata::row_reader& from) {
    return {
      .id = from.next<strata::uuid>(),
      .name = from.next<std::string>(),
      .location = from.next<std::optional<std::string>>(),
      .stream_url = from.next<std::string>(),
      .status = from.next<std::string>(),
      .metadata = from.next<std::optional<strata::json>>(),
      .created_at = from.next<std::chrono::sys_time<std::chrono::microseconds>>(),
      .updated_at = from.next<std::chrono::sys_time<std::chrono::microseconds>>(),
    };
  }

  static void write(strata::row_writer& to, const new_row& from) {
    to.set(col::id, from.id);
    to.set(col::name, from.name);
    to.set(col::location, from.location);
    to.set(col::stream_url, from.stream_url);
    to.set(col::status, from.status);
    to.set(col::metadata, from.metadata);
    to.set(col::created_at, from.created_at);
    to.set(col::updated_at, from.updated_at);
  }

  static void write(strata::row_writer& to, const patch& from) {
    to.set(col::id, from.id);
    to.set(col::name, from.name);
    to.set(col::location, from.location);
    to.set(col::stream_url, from.stream_url);
    to.set(col::status, from.status);
    to.set(col::metadata, from.metadata);
    to.set(col::created_at, from.created_at);
    to.set(col::updated_at, from.updated_at);
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

/// The row of that name, which is unique, if there is one.
inline std::optional<row> find_by_name(strata::queryable& db, const std::string& name) {
  return select(db, col::name == name).first();
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

} // namespace sentinel::db::cameras
