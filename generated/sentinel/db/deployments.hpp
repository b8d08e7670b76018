// The table deployments, as v1.hpp declares it. Printed by Strata: changes belong there.
#pragma once

#include "fingerprint.hpp"

#include <strata/runtime/accessors.hpp>

static_assert(strata::accessor_format == 1,
              "this header and Strata's runtime are of different releases; build both anew");

namespace sentinel::db::deployments {

/// One row.
struct row {
  strata::uuid id;
  std::optional<strata::uuid> workflow_id;
  strata::uuid model_id;
  std::string environment;
  std::optional<strata::numeric> monthly_cost;
  std::chrono::sys_time<std::chrono::microseconds> deployed_at;

  friend bool operator==(const row&, const row&) = default;
};

/// What `insert` is given: `required` must be; `defaulted` is the database's, unless it is.
struct new_row {
  strata::defaulted<strata::uuid> id{};
  strata::defaulted<std::optional<strata::uuid>> workflow_id{};
  strata::required<strata::uuid> model_id;
  strata::defaulted<std::string> environment{};
  strata::defaulted<std::optional<strata::numeric>> monthly_cost{};
  strata::defaulted<std::chrono::sys_time<std::chrono::microseconds>> deployed_at{};
};

/// What `update` changes: only what is given.
struct patch {
  strata::changed<strata::uuid> id{};
  strata::changed<std::optional<strata::uuid>> workflow_id{};
  strata::changed<strata::uuid> model_id{};
  strata::changed<std::string> environment{};
  strata::changed<std::optional<strata::numeric>> monthly_cost{};
  strata::changed<std::chrono::sys_time<std::chrono::microseconds>> deployed_at{};
};

struct table;

/// The columns, for conditions, orders and selections.
namespace col {
inline constexpr strata::column<table, strata::uuid> id{"id", R"("id")"};
inline constexpr strata::column<table, std::optional<strata::uuid>> workflow_id{"workflow_id",
    R"("workflow_id")"};
inline constexpr strata::column<table, strata::uuid> model_id{"model_id", R"("model_id")"};
inline constexpr strata::column<table, std::string> environment{"environment", R"("environment")"};
inline constexpr strata::column<table, std::optional<strata::numeric>> monthly_cost{"monthly_cost",
    R"("monthly_cost")"};
inline constexpr strata::column<table, std::chrono::sys_time<std::chrono::microseconds>>
    deployed_at{"deployed_at", R"("deployed_at")"};
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
    .name = "deployments",
    .quoted = R"("deployments")",
    .columns = {
      R"("id", "workflow_id", "model_id", "environment", "monthly_cost", "deployed_at")"},
    .schema_mark = detail::schema_mark,
  };

  static row read(strata::row_reader& from) {
    return {
      .id = from.next<strata::uuid>(),
      .workflow_id = from.next<std::optional<strata::uuid>>(),
      .model_id = from.next<strata::uuid>(),
      .environment = from.next<std::string>(),
      .monthly_cost = from.next<std::optional<strata::numeric>>(),
      .deployed_at = from.next<std::chrono::sys_time<std::chrono::microseconds>>(),
    };
  }

  static void write(strata::row_writer& to, const new_row& from) {
    to.set(col::id, from.id);
    to.set(col::workflow_id, from.workflow_id);
    to.set(col::model_id, from.model_id);
    to.set(col::environment, from.environment);
    to.set(col::monthly_cost, from.monthly_cost);
    to.set(col::deployed_at, from.deployed_at);
  }

  static void write(strata::row_writer& to, const patch& from) {
    to.set(col::id, from.id);
    to.set(col::workflow_id, from.workflow_id);
    to.set(col::model_id, from.model_id);
    to.set(col::environment, from.environment);
    to.set(col::monthly_cost, from.monthly_cost);
    to.set(col::deployed_at, from.deployed_at);
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

} // namespace sentinel::db::deployments
