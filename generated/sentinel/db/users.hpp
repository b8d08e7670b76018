// The table users, as v5.hpp declares it. Printed by Strata: changes belong there.
#pragma once

#include "fingerprint.hpp"

#include <strata/runtime/accessors.hpp>

static_assert(strata::accessor_format == 1,
              "this header and Strata's runtime are of different releases; build both anew");

namespace sentinel::db::users {

/// One row.
struct row {
  strata::uuid id;
  std::string email;
  std::optional<std::string> display_name;
  /// argon2id
  std::string password_hash;
  bool is_active;
  std::chrono::sys_time<std::chrono::microseconds> created_at;

  friend bool operator==(const row&, const row&) = default;
};

/// What `insert` is given: `required` must be; `defaulted` is the database's, unless it is.
struct new_row {
  strata::defaulted<strata::uuid> id{};
  strata::required<std::string> email;
  strata::defaulted<std::optional<std::string>> display_name{};
  strata::required<std::string> password_hash;
  strata::defaulted<bool> is_active{};
  strata::defaulted<std::chrono::sys_time<std::chrono::microseconds>> created_at{};
};

/// What `update` changes: only what is given.
struct patch {
  strata::changed<strata::uuid> id{};
  strata::changed<std::string> email{};
  strata::changed<std::optional<std::string>> display_name{};
  strata::changed<std::string> password_hash{};
  strata::changed<bool> is_active{};
  strata::changed<std::chrono::sys_time<std::chrono::microseconds>> created_at{};
};

struct table;

/// The columns, for conditions, orders and selections.
namespace col {
inline constexpr strata::column<table, strata::uuid> id{"id", R"("id")"};
inline constexpr strata::column<table, std::string> email{"email", R"("email")"};
inline constexpr strata::column<table, std::optional<std::string>> display_name{"display_name",
    R"("display_name")"};
/// argon2id
inline constexpr strata::column<table, std::string> password_hash{"password_hash",
    R"("password_hash")"};
inline constexpr strata::column<table, bool> is_active{"is_active", R"("is_active")"};
inline constexpr strata::column<table, std::chrono::sys_time<std::chrono::microseconds>> created_at{
    "created_at", R"("created_at")"};
} // namespace col

/// The keys that `upsert` can tell rows apart by.
namespace key {
inline constexpr strata::key<table> primary{R"("id")"};
inline constexpr strata::key<table> email{R"("email")"};
} // namespace key

/// What joins the structs above to SQL; for the functions below.
struct table {
  using row_type = row;
  using new_row_type = new_row;
  using patch_type = patch;

  static constexpr strata::table_text text{
    .schema = "",
    .name = "users",
    .quoted = R"("users")",
    .columns = {
      R"("id", "email", "display_name", "password_hash", "is_active", "created_at")"},
    .schema_mark = detail::schema_mark,
  };

  static row read(strata::row_reader& from) {
    return {
      .id = from.next<strata::uuid>(),
      .email = from.next<std::string>(),
      .display_name = from.next<std::optional<std::string>>(),
      .password_hash = from.next<std::string>(),
      .is_active = from.next<bool>(),
      .created_at = from.next<std::chrono::sys_time<std::chrono::microseconds>>(),
    };
  }

  static void write(strata::row_writer& to, const new_row& from) {
    to.set(col::id, from.id);
    to.set(col::email, from.email);
    to.set(col::display_name, from.display_name);
    to.set(col::password_hash, from.password_hash);
    to.set(col::is_active, from.is_active);
    to.set(col::created_at, from.created_at);
  }

  static void write(strata::row_writer& to, const patch& from) {
    to.set(col::id, from.id);
    to.set(col::email, from.email);
    to.set(col::display_name, from.display_name);
    to.set(col::password_hash, from.password_hash);
    to.set(col::is_active, from.is_active);
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

/// The row of that email, which is unique, if there is one.
inline std::optional<row> find_by_email(strata::queryable& db, const std::string& email) {
  return select(db, col::email == email).first();
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

} // namespace sentinel::db::users
