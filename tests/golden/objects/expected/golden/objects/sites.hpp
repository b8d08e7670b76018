// The table sites, as v1.hpp declares it. Printed by Strata: changes belong there.
#pragma once

#include "enumerations.hpp"
#include "fingerprint.hpp"

#include <strata/runtime/accessors.hpp>

static_assert(strata::accessor_format == 1,
              "this header and Strata's runtime are of different releases; build both anew");

/// where cameras hang
namespace golden::objects::sites {

/// One row.
struct row {
  strata::uuid id;
  std::string code;
  golden::objects::mood mood;
  std::int32_t class_;
  std::optional<strata::numeric> area;
  strata::json settings;
  std::optional<std::vector<std::string>> tags;
  bool is_open;
  std::chrono::year_month_day opened_on;
  std::chrono::sys_time<std::chrono::microseconds> created_at;

  friend bool operator==(const row&, const row&) = default;
};

/// What `insert` is given: `required` must be; `defaulted` is the database's, unless it is.
struct new_row {
  strata::defaulted<strata::uuid> id{};
  strata::required<std::string> code;
  strata::defaulted<golden::objects::mood> mood{};
  strata::defaulted<std::int32_t> class_{};
  strata::defaulted<std::optional<strata::numeric>> area{};
  strata::defaulted<strata::json> settings{};
  strata::defaulted<std::optional<std::vector<std::string>>> tags{};
  strata::defaulted<bool> is_open{};
  strata::defaulted<std::chrono::year_month_day> opened_on{};
  strata::defaulted<std::chrono::sys_time<std::chrono::microseconds>> created_at{};
};

/// What `update` changes: only what is given.
struct patch {
  strata::changed<strata::uuid> id{};
  strata::changed<std::string> code{};
  strata::changed<golden::objects::mood> mood{};
  strata::changed<std::int32_t> class_{};
  strata::changed<std::optional<strata::numeric>> area{};
  strata::changed<strata::json> settings{};
  strata::changed<std::optional<std::vector<std::string>>> tags{};
  strata::changed<bool> is_open{};
  strata::changed<std::chrono::year_month_day> opened_on{};
  strata::changed<std::chrono::sys_time<std::chrono::microseconds>> created_at{};
};

struct table;

/// The columns, for conditions, orders and selections.
namespace col {
inline constexpr strata::column<table, strata::uuid> id{"id", R"("id")"};
inline constexpr strata::column<table, std::string> code{"code", R"("code")"};
inline constexpr strata::column<table, golden::objects::mood, strata::comparison::equality> mood{
    "mood", R"("mood")"};
inline constexpr strata::column<table, std::int32_t> class_{"class", R"("class")"};
inline constexpr strata::column<table, std::optional<strata::numeric>> area{"area", R"("area")"};
inline constexpr strata::column<table, strata::json, strata::comparison::equality> settings{
    "settings", R"("settings")"};
inline constexpr strata::column<table, std::optional<std::vector<std::string>>,
    strata::comparison::equality> tags{"tags", R"("tags")"};
inline constexpr strata::column<table, bool> is_open{"is_open", R"("is_open")"};
inline constexpr strata::column<table, std::chrono::year_month_day> opened_on{"opened_on",
    R"("opened_on")"};
inline constexpr strata::column<table, std::chrono::sys_time<std::chrono::microseconds>> created_at{
    "created_at", R"("created_at")"};
} // namespace col

/// The keys that `upsert` can tell rows apart by.
namespace key {
inline constexpr strata::key<table> primary{R"("id")"};
inline constexpr strata::key<table> code{R"("code")"};
} // namespace key

/// What joins the structs above to SQL; for the functions below.
struct table {
  using row_type = row;
  using new_row_type = new_row;
  using patch_type = patch;

  static constexpr strata::table_text text{
    .schema = "",
    .name = "sites",
    .quoted = R"("sites")",
    .columns = {
      R"("id", "code", "mood", "class", "area", "settings", "tags", "is_open", )"
      R"("opened_on", "created_at")"},
    .schema_mark = detail::schema_mark,
  };

  static row read(strata::row_reader& from) {
    return {
      .id = from.next<strata::uuid>(),
      .code = from.next<std::string>(),
      .mood = from.next<golden::objects::mood>(),
      .class_ = from.next<std::int32_t>(),
      .area = from.next<std::optional<strata::numeric>>(),
      .settings = from.next<strata::json>(),
      .tags = from.next<std::optional<std::vector<std::string>>>(),
      .is_open = from.next<bool>(),
      .opened_on = from.next<std::chrono::year_month_day>(),
      .created_at = from.next<std::chrono::sys_time<std::chrono::microseconds>>(),
    };
  }

  static void write(strata::row_writer& to, const new_row& from) {
    to.set(col::id, from.id);
    to.set(col::code, from.code);
    to.set(col::mood, from.mood);
    to.set(col::class_, from.class_);
    to.set(col::area, from.area);
    to.set(col::settings, from.settings);
    to.set(col::tags, from.tags);
    to.set(col::is_open, from.is_open);
    to.set(col::opened_on, from.opened_on);
    to.set(col::created_at, from.created_at);
  }

  static void write(strata::row_writer& to, const patch& from) {
    to.set(col::id, from.id);
    to.set(col::code, from.code);
    to.set(col::mood, from.mood);
    to.set(col::class_, from.class_);
    to.set(col::area, from.area);
    to.set(col::settings, from.settings);
    to.set(col::tags, from.tags);
    to.set(col::is_open, from.is_open);
    to.set(col::opened_on, from.opened_on);
    to.set(col::created_at, from.created_at);
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

/// The row of that code, which is unique, if there is one.
inline std::optional<row> find_by_code(strata::queryable& db, const std::string& code) {
  return select(db, col::code == code).first();
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

} // namespace golden::objects::sites
