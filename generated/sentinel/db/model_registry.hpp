// The table model_registry, as v1.hpp declares it. Printed by Strata: changes belong there.
#pragma once

#include "fingerprint.hpp"

#include <strata/runtime/accessors.hpp>

static_assert(strata::accessor_format == 1,
              "this header and Strata's runtime are of different releases; build both anew");

namespace sentinel::db::model_registry {

/// One row.
struct row {
  strata::uuid id;
  std::string name;
  std::string version;
  std::optional<strata::uuid> dataset_id;
  std::optional<double> accuracy;
  std::optional<std::chrono::year_month_day> trained_on;
  std::optional<std::vector<std::byte>> checksum;

  friend bool operator==(const row&, const row&) = default;
};

/// What `insert` is given: `required` must be; `defaulted` is the database's, unless it is.
struct new_row {
  strata::defaulted<strata::uuid> id{};
  strata::required<std::string> name;
  strata::required<std::string> version;
  strata::defaulted<std::optional<strata::uuid>> dataset_id{};
  strata::defaulted<std::optional<double>> accuracy{};
  strata::defaulted<std::optional<std::chrono::year_month_day>> trained_on{};
  strata::defaulted<std::optional<std::vector<std::byte>>> checksum{};
};

/// What `update` changes: only what is given.
struct patch {
  strata::changed<strata::uuid> id{};
  strata::changed<std::string> name{};
  strata::changed<std::string> version{};
  strata::changed<std::optional<strata::uuid>> dataset_id{};
  strata::changed<std::optional<double>> accuracy{};
  strata::changed<std::optional<std::chrono::year_month_day>> trained_on{};
  strata::changed<std::optional<std::vector<std::byte>>> checksum{};
};

struct table;

/// The columns, for conditions, orders and selections.
namespace col {
inline constexpr strata::column<table, strata::uuid> id{"id", R"("id")"};
inline constexpr strata::column<table, std::string> name{"name", R"("name")"};
inline constexpr strata::column<table, std::string> version{"version", R"("version")"};
inline constexpr strata::column<table, std::optional<strata::uuid>> dataset_id{"dataset_id",
    R"("dataset_id")"};
inline constexpr strata::column<table, std::optional<double>> accuracy{"accuracy", R"("accuracy")"};
inline constexpr strata::column<table, std::optional<std::chrono::year_month_day>> trained_on{
    "trained_on", R"("trained_on")"};
inline constexpr strata::column<table, std::optional<std::vector<std::byte>>> checksum{"checksum",
    R"("checksum")"};
} // namespace col

/// The keys that `upsert` can tell rows apart by.
namespace key {
inline constexpr strata::key<table> primary{R"("id")"};
inline constexpr strata::key<table> name_and_version{R"("name")", R"("version")"};
} // namespace key

/// What joins the structs above to SQL; for the functions below.
struct table {
  using row_type = row;
  using new_row_type = new_row;
  using patch_type = patch;

  static constexpr strata::table_text text{
    .schema = "",
    .name = "model_registry",
    .quoted = R"("model_registry")",
    .columns = {
      R"("id", "name", "version", "dataset_id", "accuracy", "trained_on", "checksum")"},
    .schema_mark = detail::schema_mark,
  };

  static row read(strata::row_reader& from) {
    return {
      .id = from.next<strata::uuid>(),
      .name = from.next<std::string>(),
      .version = from.next<std::string>(),
      .dataset_id = from.next<std::optional<strata::uuid>>(),
      .accuracy = from.next<std::optional<double>>(),
      .trained_on = from.next<std::optional<std::chrono::year_month_day>>(),
      .checksum = from.next<std::optional<std::vector<std::byte>>>(),
    };
  }

  static void write(strata::row_writer& to, const new_row& from) {
    to.set(col::id, from.id);
    to.set(col::name, from.name);
    to.set(col::version, from.version);
    to.set(col::dataset_id, from.dataset_id);
    to.set(col::accuracy, from.accuracy);
    to.set(col::trained_on, from.trained_on);
    to.set(col::checksum, from.checksum);
  }

  static void write(strata::row_writer& to, const patch& from) {
    to.set(col::id, from.id);
    to.set(col::name, from.name);
    to.set(col::version, from.version);
    to.set(col::dataset_id, from.dataset_id);
    to.set(col::accuracy, from.accuracy);
    to.set(col::trained_on, from.trained_on);
    to.set(col::checksum, from.checksum);
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

/// The row of that name and version, which is unique, if there is one.
inline std::optional<row> find_by_name_and_version(strata::queryable& db,
                                                   const std::string& name,
                                                   const std::string& version) {
  return select(db, col::name == name && col::version == version).first();
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

} // namespace sentinel::db::model_registry
